import { afterEach, expect, test, vi } from 'vitest';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { remindOfSession } from '#app/sessions/reminders/commands/remind.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { account, address, elsewhere } from '#tests/accounts/given.ts';
import { choiceIn } from '#tests/choosing/support.ts';
import { fullCircle, inLine, invitationTo } from '#tests/circles/circle.ts';
import { answerOn, day, seasonOf } from '#tests/seasons/season.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { mailTo, runJobs } from '#tests/support/jobs.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Of all messages there are, what became of each kind. */
async function fates(): Promise<Record<string, string>> {
  const rows = await acrossCircles(db, 'a message is its recipient’s')
    .selectFrom('message')
    .select(['kind', 'sent_at', 'dropped_at'])
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.kind, row.sent_at ? 'sent' : row.dropped_at ? 'dropped' : 'waits']),
  );
}

test('mail that could not be sent for a week: nothing of what is over goes out', async () => {
  const noor = await person('Noor');
  const { host } = await circleOf({ members: [noor] });
  const sessionId = await sessionIn(host, { date: day(3) }, {});
  const { starts_at } = await db
    .selectFrom('session')
    .select('starts_at')
    .where('circle_id', '=', host.circleId)
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  await remindOfSession({ sessionId, startsAt: starts_at.toISOString(), lead: 2880 });
  await choiceIn(host, { date: day(4) }, {});
  const season = await seasonOf(1);
  const ended = await endSeason(season.host, season.readingId, answerOn(5));
  expect(ended.ok).toBe(true);
  const { circle, noor: leaves } = await fullCircle();
  await inLine(circle, 'Lena');
  await leaveCircle(await member(leaves, circle.slug));
  await invitationTo(await circleOf(), address('guest'));
  const known = address('zoe');
  await account({ name: 'Zoë', email: known });
  await ask('/forgot-password', { form: { email: known }, ip: elsewhere() });
  const before = await fates();
  expect(new Set(Object.values(before))).toEqual(new Set(['waits']));

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  await runJobs();
  expect(await fates()).toEqual({
    ...{ 'session-told': 'dropped', 'session-reminder': 'dropped', 'choice-told': 'dropped' },
    ...{ 'wrap-opened': 'dropped', 'seat-offered': 'dropped', 'password-reset': 'dropped' },
    // They hold nothing that is still to come.
    'sessions-left': 'dropped',
    // Their offer has lapsed.
    waiting: 'dropped',
    // It is open for two weeks.
    invitation: 'sent',
  });
});

test('of a circle that is archived meanwhile its members are told nothing', async () => {
  const noor = await person('Noor');
  const { host } = await circleOf({ members: [noor] });
  await sessionIn(host);
  await archiveCircle(host);
  expect(await mailTo(noor.email)).toEqual([]);
});
