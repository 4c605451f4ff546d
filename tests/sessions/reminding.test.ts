import { afterEach, describe, expect, test, vi } from 'vitest';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { jobs } from '#app/sessions/jobs.server.ts';
import { remindOfSession } from '#app/sessions/reminders/commands/remind.server.ts';
import { setCircleReminders } from '#app/sessions/reminders/commands/set-circle-reminders.server.ts';
import { setOwnReminder } from '#app/sessions/reminders/commands/set-own-reminder.server.ts';
import {
  hearsReminder,
  type Lead,
  leadsFor,
  nextReminder,
  saidInstead,
} from '#app/sessions/reminders/rules/leads.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { DAY, HOUR } from '#app/time/spans.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo, messagesOf, runJobs } from '#tests/support/jobs.ts';
import { now, sessionForm, sessionIn, waitingJobs } from './support.ts';

const [WEEKS, DAYS, HOURS] = [20160, 2880, 120] as const;
const ALL = [WEEKS, DAYS, HOURS];

describe('who gets which', () => {
  test.each<[circle: Lead[] | null, own: Lead[] | null, gets: Lead[]]>([
    [null, null, ALL],
    [[DAYS], null, [DAYS]],
    [null, [WEEKS, HOURS], [WEEKS, HOURS]],
    [[WEEKS, DAYS], [DAYS, HOURS], [DAYS]],
    [[WEEKS], [HOURS], []],
    [[], null, []],
    [null, [], []],
  ])('of a circle’s %j and one’s own %j come %j', (circle, own, gets) => {
    expect(leadsFor(circle, own)).toEqual(gets);
    for (const lead of ALL) {
      for (const answer of ['yes', 'maybe', null] as const) {
        expect(hearsReminder(lead, { circle, own, answer })).toBe(gets.includes(lead));
      }
      expect(hearsReminder(lead, { circle, own, answer: 'no' })).toBe(false);
    }
  });

  test.each<[ahead: number, after: Lead | null, lead: Lead | null]>([
    [15 * DAY, null, WEEKS],
    [14 * DAY, null, DAYS],
    [2 * DAY + 1, null, DAYS],
    [2 * DAY, null, HOURS],
    [2 * HOUR, null, null],
    [-DAY, null, null],
    [14 * DAY, WEEKS, DAYS],
    [15 * DAY, DAYS, HOURS],
    [DAY, HOURS, null],
  ])('%d milliseconds ahead, after %s comes %s', (ahead, after, lead) => {
    const startsAt = new Date(now.getTime() + ahead);
    const next = nextReminder(startsAt, now, after);
    expect(next?.lead ?? null).toBe(lead);
    if (next && lead) expect(next.at).toEqual(new Date(startsAt.getTime() - lead * 60_000));
  });

  test('one that comes late is the last that is due', () => {
    const said = (lead: Lead, ahead: number) =>
      saidInstead(lead, new Date(now.getTime() + ahead), now);
    expect(said(WEEKS, 14 * DAY)).toBe(WEEKS);
    expect(said(WEEKS, 3 * DAY)).toBe(WEEKS);
    expect(said(WEEKS, 2 * DAY)).toBe(DAYS);
    expect(said(WEEKS, HOUR)).toBe(HOURS);
    expect(said(HOURS, 5 * DAY)).toBe(HOURS);
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Ines hosts, Noor and Rui are members; and what is about a session on a day. */
async function three() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const [asNoor, asRui] = circle.members;
  if (!asNoor || !asRui) throw new Error('two members');
  return { circle, host: circle.host, noor, rui, asNoor, asRui };
}

const starts = new Date('2098-12-01T17:30:00Z');
const before = (ms: number) => new Date(starts.getTime() - ms);
const of = (sessionId: number, lead: Lead) => ({ sessionId, startsAt: starts.toISOString(), lead });

const next = async (sessionId: number) =>
  (await waitingJobs(sessionId))
    .filter(({ name }) => name === 'remind-of-session')
    .map((job) => [(job as { lead?: number }).lead, job.runAt]);

const reminded = async (sessionId: number, lead: Lead) =>
  (await messagesOf('session-reminder'))
    .filter(({ given }) => given.sessionId === sessionId && given.lead === lead)
    .map(({ personId }) => personId)
    .sort();

test('two weeks, two days and two hours before, each sets the next, and it moves along', async () => {
  const { host, noor, rui } = await three();
  const sessionId = await sessionIn(host);
  expect(await next(sessionId)).toEqual([[WEEKS, before(14 * DAY)]]);
  await remindOfSession(of(sessionId, WEEKS), { now: before(14 * DAY) });
  expect(await next(sessionId)).toEqual([[DAYS, before(2 * DAY)]]);
  const everybody = [host.personId, noor.personId, rui.personId].sort();
  expect(await reminded(sessionId, WEEKS)).toEqual(everybody);
  const moved = { ...sessionForm({ date: '2098-12-03' }), version: 1 };
  await changeSession(host, sessionId, moved, { now: before(5 * DAY) });
  expect(await next(sessionId)).toEqual([[DAYS, new Date('2098-12-01T17:30:00Z')]]);
  // What was set for the time before says nothing, and sets nothing.
  await remindOfSession(of(sessionId, DAYS), { now: before(2 * DAY) });
  expect(await reminded(sessionId, DAYS)).toEqual([]);
  const then = { ...of(sessionId, DAYS), startsAt: '2098-12-03T17:30:00.000Z' };
  await remindOfSession(then, { now: before(0) });
  expect(await reminded(sessionId, DAYS)).toEqual(everybody);
  await remindOfSession({ ...then, lead: HOURS }, { now: new Date('2098-12-03T15:30:00Z') });
  expect(await reminded(sessionId, HOURS)).toEqual(everybody);
  expect(await next(sessionId)).toEqual([]);
});

test('a server that was off says the last that is due, and none before it', async () => {
  const { host } = await three();
  const sessionId = await sessionIn(host);
  await remindOfSession(of(sessionId, WEEKS), { now: before(DAY) });
  expect(await reminded(sessionId, WEEKS)).toEqual([]);
  expect(await reminded(sessionId, DAYS)).toHaveLength(3);
  expect(await next(sessionId)).toEqual([[HOURS, before(2 * HOUR)]]);
});

test('a circle trims them, and each member for themselves; who said no hears of none', async () => {
  const { circle, host, noor, asNoor, asRui } = await three();
  const sessionId = await sessionIn(host);
  const [facilitator] = [circle.host];
  expect(await setCircleReminders(facilitator, { leads: [DAYS, HOURS], version: 0 })).toEqual({
    ok: true,
    changed: true,
  });
  await setOwnReminder(asNoor, HOURS, false);
  await replyToSession(asRui, sessionId, { answer: 'no' }, { now });
  await remindOfSession(of(sessionId, WEEKS), { now: before(14 * DAY) });
  expect(await reminded(sessionId, WEEKS)).toEqual([]);
  expect(await next(sessionId)).toEqual([[DAYS, before(2 * DAY)]]);
  await remindOfSession(of(sessionId, DAYS), { now: before(2 * DAY) });
  expect(await reminded(sessionId, DAYS)).toEqual([host.personId, noor.personId].sort());
  await remindOfSession(of(sessionId, HOURS), { now: before(2 * HOUR) });
  expect(await reminded(sessionId, HOURS)).toEqual([host.personId]);
});

test('the circle’s are not overwritten unseen; one’s own are one tap each, also two at once', async () => {
  const { host, asNoor } = await three();
  const set = (leads: readonly number[], version: number) =>
    setCircleReminders(host, { leads, version });
  const both = await Promise.all([set([WEEKS], 0), set([DAYS], 0)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const [first] = both;
  // The same again is nothing, however old its page.
  expect(await set(first.ok ? [WEEKS] : [DAYS], 0)).toEqual({ ok: true, changed: false });
  expect(await set([HOURS], 1)).toEqual({ ok: true, changed: true });
  await Promise.all([setOwnReminder(asNoor, WEEKS, false), setOwnReminder(asNoor, HOURS, false)]);
  expect(await setOwnReminder(asNoor, WEEKS, false)).toBe(false);
  expect(await setOwnReminder(asNoor, HOURS, true)).toBe(true);
});

test('the inbox has one line, which says the latest and asks who has not answered', async () => {
  const { host, noor, asNoor } = await three();
  const sessionId = await sessionIn(host);
  const lines = async () =>
    (await itemsOf(await viewer(noor.personId), 'true', [])).map(({ title, text }) => [
      title,
      text,
    ]);
  await remindOfSession(of(sessionId, WEEKS), { now: before(14 * DAY) });
  await remindOfSession(of(sessionId, DAYS), { now: before(2 * DAY) });
  expect(await lines()).toEqual([
    [
      'We meet on Monday 1 December 2098, 17:30',
      '“Why systems surprise us”. You have not said yet whether you come.',
    ],
  ]);
  await replyToSession(asNoor, sessionId, { answer: 'yes' }, { now });
  await remindOfSession(of(sessionId, HOURS), { now: before(2 * HOUR) });
  expect(await lines()).toEqual([
    ['Soon: Monday 1 December 2098, 17:30', '“Why systems surprise us”. You said you’re coming.'],
  ]);
});

test('two hours before, quiet hours hold it back only as long as it is of use', async () => {
  const { host, noor, rui } = await three();
  const quiet = (to: number) => ({ days: [5], hour: 8, quiet: { from: 15 * 60, to }, version: 0 });
  // On clocks in Lisbon: until after it began, and until an hour before.
  await setHours(noor, quiet(20 * 60));
  await setHours(rui, quiet(16 * 60 + 30));
  const sessionId = await sessionIn(host);
  const count = async (who: { email: string }) =>
    (await mailTo(who.email)).filter(({ subject }) => subject.includes('meets soon')).length;
  await runJobs();
  vi.useFakeTimers({ toFake: ['Date'], now: before(2 * HOUR) });
  await jobs['remind-of-session'](of(sessionId, HOURS));
  expect([await count(noor), await count(rui)]).toEqual([1, 0]);
});
