import { expect, test } from 'vitest';
import type { Facilitator } from '#app/access/proofs.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { jobs as choosingJobs } from '#app/choosing/jobs.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import type { MessageKind } from '#app/notifications/rules/messages.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { settleList } from '#app/seasons/commands/settle-list.server.ts';
import { jobs as seasonsJobs } from '#app/seasons/jobs.server.ts';
import { jobs as sessionsJobs } from '#app/sessions/jobs.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { db } from '#db/database.server.ts';
import { choiceIn, closesAt, now as whenChoosing } from '#tests/choosing/support.ts';
import { jobsNamed } from '#tests/circles/circle.ts';
import { answerOn, seasonOf } from '#tests/seasons/season.ts';
import { now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { circleOf, type Name, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { tripsOf } from '#tests/support/trips.ts';

const ALL: Name[] = ['Noor', 'Rui', 'Tomasz', 'Amara', 'Priya', 'Sam', 'Lena'];
const people = (many: number) => Promise.all(ALL.slice(0, many).map((name) => person(name)));

/** Whom messages of a kind are for, of those that `of` says: each has one job that sends it. */
async function toldBy(kind: MessageKind, of: Record<string, unknown>): Promise<number[]> {
  const posted = await messagesOf(kind);
  const mine = posted.filter(({ given }) =>
    Object.entries(of).every(([key, value]) => Object(given)[key] === value),
  );
  const jobs = await jobsNamed('send-message');
  for (const { id } of mine) {
    expect(jobs.filter(({ payload }) => payload.messageId === id)).toHaveLength(1);
  }
  return mine.map(({ personId }) => personId ?? 0).sort((a, b) => a - b);
}

const close = (personId: number) =>
  db.insertInto('person_deactivation').values({ person_id: personId }).execute();

const ids = (...who: { personId: number }[]) =>
  who.map(({ personId }) => personId).sort((a, b) => a - b);

test('a circle of eight is told in as many round trips as one of two', async () => {
  const few = await circleOf({ members: await people(1) });
  const many = await circleOf({ members: await people(7) });
  const [season, longSeason] = [await seasonOf(1), await seasonOf(4)];
  const schedule = (host: Facilitator) => () => scheduleSession(host, sessionForm(), { now });
  const choose = (host: Facilitator) => async () => {
    const choiceId = await choiceIn(host);
    await choosingJobs['remind-of-choice']({ choiceId, closesAt: closesAt.toISOString() });
    await closeChoice(host, choiceId, { now: whenChoosing });
  };
  const wrapUp =
    ({ host, readingId }: typeof season) =>
    async () => {
      await endSeason(host, readingId, answerOn(10));
      const { circleId } = host;
      const { opened_at } = await db
        .selectFrom('wrap')
        .select('opened_at')
        .where('circle_id', '=', circleId)
        .executeTakeFirstOrThrow();
      const of = { circleId, readingId, openedAt: opened_at.toISOString() };
      await seasonsJobs['remind-of-wrap'](of);
      await settleList(of, { now: new Date(Date.now() + 11 * 86_400_000) });
    };
  const other = await circleOf();
  const [a, b, c, d, e, f] = await tripsOf(
    schedule(other.host),
    schedule(few.host),
    schedule(many.host),
    choose(few.host),
    choose(many.host),
    wrapUp(season),
    wrapUp(longSeason),
  );
  expect([b, d, f]).toEqual([a, c, e]);
});

test('told are the members whose account is open, who did it too, but no other circle', async () => {
  const [noor, rui, tomasz, amara] = await people(4);
  if (!noor || !rui || !tomasz || !amara) throw new Error('four people');
  const { host } = await circleOf({ members: [noor, rui, tomasz] });
  await circleOf({ members: [amara] });
  await close(rui.personId);
  const sessionId = await sessionIn(host);
  expect(await toldBy('session-told', { sessionId })).toEqual(ids(host, noor, tomasz));
});

test('what is taken back tells nobody, and a circle of one has nobody to tell', async () => {
  const { host } = await circleOf({ members: await people(2) });
  const undone = db.transaction().execute(async (tx) => {
    await tell(tx, host, {
      ...{ occasion: 'choice-opened', thing: -1, detail: {}, by: null, at: new Date() },
      mail: {
        message: 'choice-told',
        given: { choiceId: -1, byPersonId: null, what: 'opened' },
        occasion: 'choice:-1:1',
      },
    });
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  expect(await toldBy('choice-told', { choiceId: -1 })).toEqual([]);
  const alone = await circleOf();
  const choiceId = await choiceIn(alone.host);
  expect(await toldBy('choice-told', { choiceId })).toEqual([]);
});

test('a reminder goes to those who still have something to say', async () => {
  const [noor, rui, tomasz] = await people(3);
  if (!noor || !rui || !tomasz) throw new Error('three people');
  const { host, members } = await circleOf({ members: [noor, rui, tomasz] });
  await close(tomasz.personId);
  const sessionId = await sessionIn(host);
  const [asNoor] = members;
  if (!asNoor) throw new Error('a member');
  await replyToSession(asNoor, sessionId, { answer: 'no' }, { now });
  const startsAt = '2098-12-01T17:30:00.000Z';
  await sessionsJobs['remind-of-session']({ sessionId, startsAt, lead: 2880 });
  expect(await toldBy('session-reminder', { sessionId })).toEqual(ids(host, rui));
});
