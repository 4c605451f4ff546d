import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { post, postAll, type ToPost } from '#app/notifications/commands/post.server.ts';
import { sendMessage } from '#app/notifications/commands/send-message.server.ts';
import { tidyMessages } from '#app/notifications/commands/tidy-messages.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { address } from '#tests/accounts/given.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo, messagesOf, runJobs } from '#tests/support/jobs.ts';

const messages = acrossCircles(db, 'a message is its recipient’s');

const notice = (email: string, occasion = 'first'): ToPost => ({
  message: 'account-notice',
  given: { name: 'Noor', email, what: 'password' },
  occasion,
  to: { address: email },
});

const postedTo = (email: string) =>
  messages
    .selectFrom('message')
    .selectAll()
    .where('recipient', '=', `address:${email}`)
    .orderBy('id')
    .execute();

test('a message is sent once, and says when and where to', async () => {
  const to = address('noor');
  await post(db, notice(to));
  expect(await mailTo(to)).toHaveLength(1);
  const [message] = await postedTo(to);
  expect(message).toMatchObject({ sent_to: to, attempts: 0, failed_at: null, dropped_at: null });
  expect(message?.sent_at).toBeInstanceOf(Date);
  // Whatever calls for it again: a job that comes twice.
  await sendMessage(message?.id ?? 0);
  expect(await mailTo(to)).toHaveLength(1);
});

test('the same occasion again is nothing, however the address is written; another one is', async () => {
  const to = address('noor');
  await postAll(db, [notice(to), notice(to.toUpperCase().replace('@EXAMPLE.ORG', '@example.org'))]);
  await post(db, notice(to));
  expect(await mailTo(to)).toHaveLength(1);
  await post(db, notice(to));
  expect(await mailTo(to)).toHaveLength(1);
  await post(db, notice(to, 'second'));
  expect(await mailTo(to)).toHaveLength(2);
  expect(await postedTo(to)).toHaveLength(2);
});

test('at the same moment, too', async () => {
  const to = address('noor');
  await Promise.all(Array.from({ length: 8 }, () => post(db, notice(to))));
  expect(await mailTo(to)).toHaveLength(1);
});

test('of a change that is taken back nothing is sent', async () => {
  const to = address('noor');
  const undone = db.transaction().execute(async (tx) => {
    await post(tx, notice(to));
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  expect(await mailTo(to)).toEqual([]);
  expect(await postedTo(to)).toEqual([]);
});

test('nothing posted is no job', async () => {
  const jobs = () =>
    sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`
      .execute(db)
      .then(({ rows }) => rows[0]?.n);
  const before = await jobs();
  await postAll(db, []);
  expect(await jobs()).toBe(before);
});

test('its Message-ID is made of what it is: it tells nothing, and another message has another', async () => {
  const [one, other] = [address('noor'), address('noor')];
  await postAll(db, [notice(one), notice(other), notice(one, 'second')]);
  const ids = [...(await mailTo(one)), ...(await mailTo(other))].map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^<[\w-]{43}@localhost>$/);
  // Sent again it has the same.
  const [message] = await postedTo(one);
  await messages
    .updateTable('message')
    .set({ sent_at: null, sent_to: null })
    .where('id', '=', message?.id ?? 0)
    .execute();
  await sendMessage(message?.id ?? 0);
  const again = (await mailTo(one)).map(({ messageId }) => messageId);
  expect(again).toHaveLength(3);
  expect(new Set(again).size).toBe(2);
  expect(ids).toEqual(expect.arrayContaining(again));
});

test('of what is over, or to a closed account, nothing is sent, and it is done with', async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const { host, id: circleId } = await circleOf({ members: [noor, rui] });
  await removeMember(host, noor.personId, 'A word.');
  await removeMember(host, rui.personId, 'A word.');
  await db.insertInto('person_deactivation').values({ person_id: rui.personId }).execute();
  await post(db, {
    message: 'waiting',
    given: { placeId: 0 },
    occasion: 'place:0',
    to: noor,
    circleId,
  });
  await runJobs();
  expect(await mailTo(noor.email)).toHaveLength(1);
  expect(await mailTo(rui.email)).toEqual([]);
  const all = [...(await messagesOf('waiting')), ...(await messagesOf('removal'))];
  const ended = await messages
    .selectFrom('message')
    .select(['person_id', 'kind'])
    .where(
      'id',
      'in',
      all.map(({ id }) => id),
    )
    .where('dropped_at', 'is not', null)
    .orderBy('id')
    .execute();
  expect(ended).toEqual([
    { person_id: rui.personId, kind: 'removal' },
    { person_id: noor.personId, kind: 'waiting' },
  ]);
});

test('what ended long ago is tidied; what waits, and what was given up this year, stays', async () => {
  await messages.deleteFrom('message').execute();
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const row = (occasion: string, days: number, ends: object) => ({
    ...{ kind: 'waiting', occasion, recipient: 'address:x', made_at: ago(days + 1) },
    ...ends,
  });
  const sent = (days: number) => ({ sent_at: ago(days), sent_to: 'x@example.org' });
  const failed = (days: number) => ({ failed_at: ago(days), attempts: 1, tried_at: ago(days) });
  await messages
    .insertInto('message')
    .values([
      row('sent lately', 89, sent(89)),
      row('sent long ago', 91, sent(91)),
      row('sent lately, after waiting long', 400, sent(1)),
      row('dropped long ago', 91, { dropped_at: ago(91) }),
      row('given up this year', 300, failed(300)),
      row('given up before', 366, failed(366)),
      row('waits', 500, {}),
    ])
    .execute();
  await tidyMessages();
  const left = await messages.selectFrom('message').select('occasion').orderBy('id').execute();
  expect(left.map(({ occasion }) => occasion)).toEqual([
    'sent lately',
    'sent lately, after waiting long',
    'given up this year',
    'waits',
  ]);
});
