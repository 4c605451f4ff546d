import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { sendDue } from '#app/notifications/bundles/commands/send-due.server.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { sendMessage } from '#app/notifications/commands/send-message.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import { env } from '#app/platform/settings/env.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { address } from '#tests/accounts/given.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { now, sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo, messagesOf } from '#tests/support/jobs.ts';

const messages = acrossCircles(db, 'a message is its recipient’s');
const outbox = () => join(env.DATA_DIR, 'outbox');

/** The headers of the mails to an address, oldest first, each in one line. */
async function headersTo(email: string): Promise<string[]> {
  await mailTo(email);
  const files = (await readdir(outbox())).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(files.map((name) => readFile(join(outbox(), name), 'utf8')));
  return mails
    .map((mail) => mail.slice(0, mail.indexOf('\n\n')).replace(/\n[ \t]+/g, ' '))
    .filter((head) => head.includes(email));
}

const header = (head: string | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(head ?? '')?.[1];

test('a mail to a member says which circle it is of, and the way to hear less, by a link and for programs', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ name: 'The “odd” "one" ש', members: [noor] });
  await sessionIn(circle.host);
  const [head] = await headersTo(noor.email);
  expect(header(head, 'List-Id')).toMatch(new RegExp(`<${circle.id}\\.circles\\.localhost>$`));
  const [, link] = /^<(http[^>]+)>$/.exec(header(head, 'List-Unsubscribe') ?? '') ?? [];
  // By http nothing is done with one click (RFC 8058).
  expect(header(head, 'List-Unsubscribe-Post')).toBeUndefined();
  const [mail] = await mailTo(noor.email);
  expect(mail?.links).toContain(link);
  expect(mail?.text).toContain('Change how you hear');
  expect(header(head, 'Auto-Submitted')).toBe('auto-generated');
  // Addresses are told to nobody.
  expect(header(head, 'Reply-To')).toBeUndefined();
});

test('what is said by https may be done with one click', async () => {
  const to = address('noor');
  await sendMail({
    ...{ id: 'one', to: { name: 'Noor', address: to }, subject: 'Hello', react: 'Hello' as never },
    settings: 'https://circles.example.org/hear/token',
  });
  const [head] = await headersTo(to);
  expect(header(head, 'List-Unsubscribe')).toBe('<https://circles.example.org/hear/token>');
  expect(header(head, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
});

test('mails about one thing belong together in mail programs, and to nothing else', async () => {
  const noor = await person('Noor');
  const { host } = await circleOf({ members: [noor] });
  const one = await sessionIn(host);
  await sessionIn(host, { date: '2098-12-08' });
  await headersTo(noor.email);
  await cancelSession(host, one, { reason: 'Ill.' }, { now });
  const heads = await headersTo(noor.email);
  const about = heads.map((head) => header(head, 'References'));
  expect(heads).toHaveLength(3);
  expect(new Set(about).size).toBe(2);
  for (const head of heads) {
    expect(header(head, 'In-Reply-To')).toBe(header(head, 'References'));
    expect(header(head, 'References')).toMatch(/^<[\w-]{43}@localhost>$/);
    expect(header(head, 'References')).not.toBe(header(head, 'Message-ID'));
  }
});

test('so do those about one thread only', async () => {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const { members } = await circleOf({ members: [noor, rui] });
  const [, ruis] = members as [Member, Member];
  const { threadId } = await threadBy(ruis);
  const mailed = async () => {
    await sendDue({ now: new Date(Date.now() + 3_601_000) });
    return (await headersTo(noor.email)).map((head) => header(head, 'References'));
  };
  const [first] = await mailed();
  await noteBy(ruis, threadId);
  expect(await mailed()).toEqual([first, first]);
  expect(first).toMatch(/^<[\w-]{43}@localhost>$/);
  await noteBy(ruis, threadId);
  await threadBy(ruis);
  expect(await mailed()).toEqual([first, first, undefined]);
});

test('what is no member’s has no way to hear less, nor what is about one’s own account', async () => {
  const circle = await circleOf();
  const [guest, noor] = [address('guest'), address('noor')];
  await invitationTo(circle, guest);
  await post(db, {
    message: 'account-notice',
    given: { name: 'Noor', email: noor, what: 'password' },
    occasion: 'first',
    to: { address: noor },
  });
  for (const head of [...(await headersTo(guest)), ...(await headersTo(noor))]) {
    expect(head).not.toMatch(/^List-/im);
  }
  expect((await mailTo(guest))[0]?.text).not.toContain('Change how you hear');
});

test('a name that would be another header is refused', async () => {
  const letter = { id: 'x', to: { name: 'N', address: address('n') }, subject: 's' };
  const list = { id: '1.circles', name: 'A\r\nBcc: all@example.org' };
  await expect(sendMail({ ...letter, react: 'x' as never, list })).rejects.toThrow('control');
});

/** When the job of a message is to run. */
async function runAt(messageId: number): Promise<Date[]> {
  const { rows } = await sql<{ run_at: Date }>`
    select run_at from graphile_worker._private_jobs
    where key = ${`message:${messageId}`}`.execute(db);
  return rows.map(({ run_at }) => run_at);
}

const quietFor = (personId: number) =>
  db
    .insertInto('mail_hours')
    .values({
      ...{ person_id: personId, digest_days: [5], digest_hour: 8 },
      ...{ quiet_from: 21 * 60, quiet_to: 7 * 60 },
    })
    .execute();

test('in quiet hours a message waits for their end, in its recipient’s zone; then it is sent', async () => {
  const noor = await person('Noor', { timeZone: 'Asia/Tokyo' });
  await quietFor(noor.personId);
  const { host } = await circleOf({ members: [noor] });
  const sessionId = await sessionIn(host);
  const mine = (await messagesOf('session-told')).filter(
    ({ personId }) => personId === noor.personId,
  );
  const id = mine[0]?.id ?? 0;
  // 23:30 in Tokyo.
  await sendMessage(id, { now: new Date('2027-01-15T14:30:00Z') });
  const waiting = await messages
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(waiting).toMatchObject({ sent_at: null, dropped_at: null, attempts: 0 });
  expect(await runAt(id)).toEqual([new Date('2027-01-15T22:00:00Z')]);
  await sendMessage(id, { now: new Date('2027-01-15T22:00:00Z') });
  const sent = await messages
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(sent.sent_to).toBe(noor.email);

  // What is over by their end is not sent.
  const later = await sessionIn(host, { date: '2098-12-09' });
  const [other] = (await messagesOf('session-told')).filter(
    ({ personId, given }) => personId === noor.personId && given.sessionId === later,
  );
  await sendMessage(other?.id ?? 0, { now: new Date('2027-01-15T14:30:00Z') });
  await cancelSession(host, later, { reason: 'Ill.' }, { now });
  await sendMessage(other?.id ?? 0, { now: new Date('2027-01-15T22:00:00Z') });
  const dropped = await messages
    .selectFrom('message')
    .select('dropped_at')
    .where('id', '=', other?.id ?? 0)
    .executeTakeFirstOrThrow();
  expect(dropped.dropped_at).not.toBeNull();
  expect(sessionId).not.toBe(later);
});

test('what is about one’s own account comes in quiet hours, too', async () => {
  const noor = await person('Noor', { timeZone: 'Asia/Tokyo' });
  await quietFor(noor.personId);
  await post(db, {
    message: 'account-notice',
    given: { name: 'Noor', email: noor.email, what: 'password' },
    occasion: 'first',
    to: { address: noor.email, personId: noor.personId },
  });
  const [posted] = (await messagesOf('account-notice')).filter(
    ({ personId }) => personId === noor.personId,
  );
  await sendMessage(posted?.id ?? 0, { now: new Date('2027-01-15T14:30:00Z') });
  expect(await headersTo(noor.email)).toHaveLength(1);
});
