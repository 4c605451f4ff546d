import type { Insertable } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { beginWeek } from '#app/mentoring/week/commands/begin-week.server.ts';
import { forgetWeek } from '#app/mentoring/week/commands/forget-week.server.ts';
import { keepLine } from '#app/mentoring/week/commands/keep-line.server.ts';
import { planWeek } from '#app/mentoring/week/commands/plan-week.server.ts';
import { sayResult } from '#app/mentoring/week/commands/say-result.server.ts';
import {
  askWeekly,
  setRhythm,
  stopAsking,
} from '#app/mentoring/week/commands/set-rhythm.server.ts';
import { turnWeeks } from '#app/mentoring/week/commands/turn-weeks.server.ts';
import { weekIntoAsk } from '#app/mentoring/week/commands/week-into-ask.server.ts';
import { weekToMail } from '#app/mentoring/week/queries/mail.server.ts';
import { peopleToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import { weekOf, weekPage } from '#app/mentoring/week/queries/week-page.server.ts';
import { ACTS, type WeekAct, type WeekState, weekAfter } from '#app/mentoring/week/rules/week.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { DB } from '#db/schema.ts';
import { as, textOf } from '#tests/circles/visits.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { mailTo, messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { askedOnTuesdays, askingOf, at, MONDAY, plan, planned, weekAt, weeksOf } from './weeks.ts';

const days = async (who: Parameters<typeof weeksOf>[0]) =>
  (await weeksOf(who)).map(({ for_day, result }) => [for_day, result]);

describe('a day that one chose', () => {
  test('begins a week at that hour, once, whoever sweeps and however often', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    await turnWeeks({ now: at('2026-12-01T08:59:00Z') });
    expect(await days(noor)).toEqual([]);
    const now = at('2026-12-01T09:00:00Z');
    await Promise.all([turnWeeks({ now }), turnWeeks({ now }), turnWeeks({ now })]);
    expect(await days(noor)).toEqual([['2026-12-01', null]]);
    await turnWeeks({ now: at('2026-12-01T07:00:00Z') });
    await turnWeeks({ now: at('2026-12-07T23:00:00Z') });
    expect(await days(noor)).toEqual([['2026-12-01', null]]);
  });

  test('goes with its person to another zone', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const move = { time_zone: 'Asia/Kolkata' };
    await db.updateTable('person').set(move).where('id', '=', noor.personId).execute();
    await turnWeeks({ now: at('2026-12-01T03:29:00Z') });
    expect(await days(noor)).toEqual([]);
    await turnWeeks({ now: at('2026-12-01T03:30:00Z') });
    expect(await days(noor)).toEqual([['2026-12-01', null]]);
  });

  test('is not made up after an outage, and a clock that was wrong holds nothing up', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    await turnWeeks({ now: at('2026-12-19T12:00:00Z') });
    expect(await days(noor)).toEqual([]);
    expect(await askingOf(noor)).toMatchObject({ next_on: '2026-12-22', skips: 0 });
    await turnWeeks({ now: at('2031-01-07T12:00:00Z') });
    await turnWeeks({ now: at('2026-12-21T12:00:00Z') });
    expect((await askingOf(noor)).next_on).toBe('2026-12-22');
    await turnWeeks({ now: at('2026-12-22T12:00:00Z') });
    const { week } = await weekPage(noor, null, { now: at('2026-12-22T12:00:00Z') });
    expect(week?.day).toBe('2026-12-22');
  });

  test('stops, begins again, and is not for a closed account', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    for (const who of [noor, rui]) await askedOnTuesdays(who);
    await stopAsking(noor);
    await db.insertInto('person_deactivation').values({ person_id: rui.personId }).execute();
    await turnWeeks({ now: at('2026-12-01T10:00:00Z') });
    expect([await days(noor), await days(rui)]).toEqual([[], []]);
    const { version } = await askingOf(noor);
    const again = { weekday: 3, hour: 8, version };
    const now = at('2026-12-01T10:00:00Z');
    expect(await setRhythm(noor, again, { now })).toEqual({ ok: true });
    expect(await setRhythm(noor, again, { now })).toEqual({ ok: true });
    expect(await setRhythm(noor, { ...again, hour: 7 }, { now })).toMatchObject({
      reason: 'changed',
    });
    expect((await askingOf(noor)).next_on).toBe('2026-12-02');
  });
});

describe('a week without', () => {
  test('twice in a row makes it every other week, said by oneself or not at all', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const first = await weekAt(noor, '2026-12-01T10:00:00Z');
    await sayResult(noor, first?.id ?? 0, { act: 'skipped', version: first?.version ?? 0 });
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 1, skips: 1 });
    await weekAt(noor, '2026-12-08T10:00:00Z');
    await weekAt(noor, '2026-12-15T10:00:00Z');
    expect(await days(noor)).toEqual([
      ['2026-12-01', 'skipped'],
      ['2026-12-08', 'skipped'],
      ['2026-12-15', null],
    ]);
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 2, next_on: '2026-12-29' });
    await askWeekly(noor, { now: at('2026-12-16T10:00:00Z') });
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 1, next_on: '2026-12-22' });
  });

  test('is taken back with what it did', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    await weekAt(noor, '2026-12-01T10:00:00Z');
    const second = await weekAt(noor, '2026-12-08T10:00:00Z');
    const now = at('2026-12-08T11:00:00Z');
    const given = { act: 'skipped', version: second?.version ?? 0 } as const;
    const said = await sayResult(noor, second?.id ?? 0, given, { now });
    expect(said).toMatchObject({ ok: true, slowed: true });
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 2, next_on: '2026-12-22' });
    // Pressed twice it is one.
    expect(await sayResult(noor, second?.id ?? 0, given, { now })).toMatchObject({ slowed: false });
    const version = said.ok ? said.version : 0;
    await sayResult(noor, second?.id ?? 0, { act: 'undo', version }, { now });
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 1, skips: 1, next_on: '2026-12-15' });
    await plan(noor, await weekOf(noor, second?.id ?? 0));
    expect(await askingOf(noor)).toMatchObject({ every_weeks: 1, skips: 0 });
  });
});

test('what may be said of a week, and nothing else', () => {
  const states: WeekState[] = ['open', 'planned', 'asked', 'answered', 'no_reply', 'let_go'];
  const acts: WeekAct[] = ['plan', ...ACTS];
  const moves = [...states, 'skipped' as const].flatMap((state) =>
    acts.flatMap((act) => {
      const to = weekAfter(state, act);
      return to === null ? [] : [`${state} ${act} ${to}`];
    }),
  );
  expect(moves).toEqual([
    'open plan planned',
    'open skipped skipped',
    'planned plan planned',
    'planned asked asked',
    'planned answered answered',
    'planned let_go let_go',
    'asked answered answered',
    'asked no_reply no_reply',
    'asked let_go let_go',
    'asked undo planned',
    'answered undo planned',
    'no_reply answered answered',
    'no_reply let_go let_go',
    'no_reply undo planned',
    'let_go plan planned',
    'let_go undo planned',
    'skipped plan planned',
    'skipped undo open',
  ]);
});

describe('whom', () => {
  test('is of one’s circles, and not whom one keeps apart or blocked', async () => {
    const noor = await person('Noor');
    const names = ['Rui', 'Tomasz', 'Lena', 'Sam', 'Amara'] as const;
    const people = await Promise.all(names.map((name) => person(name)));
    const [rui, tomasz, lena, sam, amara] = people as [Viewer, Viewer, Viewer, Viewer, Viewer];
    await circleOf({ members: [noor, ...people] });
    await circleOf({ host: await person('Mallory') });
    const me = await viewer(noor);
    const { personId } = me;
    const keepApart = (values: Insertable<DB['keep_apart']>) =>
      db.insertInto('keep_apart').values(values).execute();
    await keepApart({ person_id: personId, other_id: rui.personId });
    await keepApart({ person_id: personId, address: tomasz.email, address_key: tomasz.email });
    await keepApart({ person_id: lena.personId, other_id: personId });
    const block = { person_id: personId, blocked_id: sam.personId };
    await db.insertInto('person_block').values(block).execute();
    await db.insertInto('person_deactivation').values({ person_id: amara.personId }).execute();
    // Of Tomasz only an address is known, and Lena’s list is hers: a gap would tell.
    expect((await peopleToAsk(me)).map(({ name }) => name)).toEqual(['Ines', 'Lena', 'Tomasz']);
    await askedOnTuesdays(me);
    const week = await weekAt(me, '2026-12-01T10:00:00Z');
    for (const { personId: whom } of [rui, sam, amara]) {
      const given = { ...planned, name: '', whom, version: 1 };
      expect(await planWeek(me, week?.id ?? 0, given, { now: MONDAY })).toMatchObject({
        reason: 'not-there',
      });
    }
  });

  test('stays named as they were once they are gone', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    const circle = await circleOf({ members: [noor, rui] });
    const me = await viewer(noor);
    await askedOnTuesdays(me);
    const week = await weekAt(me, '2026-12-01T10:00:00Z');
    await plan(me, week, { whom: rui.personId, name: '' });
    const rename = (name: string) =>
      db.updateTable('person').set({ name }).where('id', '=', rui.personId).execute();
    const whom = async () => (await weekOf(await viewer(noor), week?.id ?? 0))?.whom;
    await rename('Rui Costa');
    expect(await whom()).toBe('Rui Costa');
    await acrossCircles(db, 'somebody goes')
      .deleteFrom('membership')
      .where('circle_id', '=', circle.id)
      .where('person_id', '=', rui.personId)
      .execute();
    await rename('Another name');
    expect(await whom()).toBe('Rui');
  });
});

describe('a plan', () => {
  test('is not written over by an older one, and one that was kept is kept once', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    await askedOnTuesdays(noor);
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    const id = week?.id ?? 0;
    const given = { ...planned, version: 1 };
    const both = await Promise.all([
      planWeek(noor, id, given, { now: MONDAY }),
      planWeek(noor, id, given, { now: MONDAY }),
    ]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    const older = await planWeek(noor, id, { ...given, will: 'say nothing' }, { now: MONDAY });
    expect(older).toEqual({ ok: false, reason: 'changed' });
    expect(await planWeek(rui, id, given)).toEqual({ ok: false, reason: 'gone' });
    const [row] = await weeksOf(noor);
    const said = { act: 'asked', version: row?.version ?? 0 } as const;
    expect(await sayResult(noor, id, said)).toMatchObject({ ok: true });
    expect(await sayResult(noor, id, { ...said, act: 'let_go' })).toMatchObject({
      reason: 'changed',
    });
    expect(await sayResult(rui, id, said)).toMatchObject({ reason: 'gone' });
  });

  test('becomes one draft, which tells nobody whom', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    expect(await weekIntoAsk(noor, week?.id ?? 0)).toMatchObject({ reason: 'empty' });
    await plan(noor, week);
    const made = await Promise.all([
      weekIntoAsk(noor, week?.id ?? 0),
      weekIntoAsk(noor, week?.id ?? 0),
    ]);
    const ids = new Set(made.map((one) => one.ok && one.askId));
    expect(ids.size).toBe(1);
    const asks = await acrossCircles(db, 'a look at a draft')
      .selectFrom('ask')
      .select(['id', 'title', 'body', 'state'])
      .where('asker_id', '=', noor.personId)
      .execute();
    expect(asks).toEqual([
      {
        ...{ id: [...ids][0], state: 'draft', body: '' },
        title: 'Ask what he hears when I send a reminder',
      },
    ]);
    expect(await forgetWeek(await person('Rui'), week?.id ?? 0)).toBe(false);
    expect(await forgetWeek(noor, week?.id ?? 0)).toBe(true);
    expect(await weeksOf(noor)).toEqual([]);
    await turnWeeks({ now: at('2026-12-01T11:00:00Z') });
    expect(await weeksOf(noor)).toEqual([]);
  });

  test('is repeated once, at the hour they chose', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    await plan(noor, week, { remind: { on: '2026-12-03', hour: 16 } });
    const reminded = async () => (await weeksOf(noor))[0]?.reminded_at ?? null;
    await turnWeeks({ now: at('2026-12-03T15:59:00Z') });
    expect(await reminded()).toBeNull();
    const now = at('2026-12-03T16:00:00Z');
    await Promise.all([turnWeeks({ now }), turnWeeks({ now })]);
    expect(await reminded()).toEqual(now);
    await turnWeeks({ now: at('2026-12-03T17:00:00Z') });
    expect(await reminded()).toEqual(now);
  });
});

test('past weeks come by pages, each week once', async () => {
  const noor = await person('Noor');
  await askedOnTuesdays(noor);
  const rows = Array.from({ length: 45 }, (_, n) => ({
    person_id: noor.personId,
    for_day: new Date(Date.UTC(2025, 0, 7 + 7 * n)).toISOString().slice(0, 10),
  }));
  await db.insertInto('weekly_ask').values(rows).execute();
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof weekPage>> = await weekPage(noor, before, {
      now: MONDAY,
    });
    seen.push(...page.past.map(({ day }) => day));
    before = page.next;
  } while (before);
  expect(seen).toEqual(rows.map(({ for_day }) => for_day).reverse());
});

describe('what they are told', () => {
  const told = async ({ personId }: { personId: number }) =>
    db
      .selectFrom('inbox_item')
      .select(['topic', 'kind', 'read_at'])
      .where('person_id', '=', personId)
      .execute();

  test('is a line of theirs and a mail of its own, once; nobody else hears of it', async () => {
    const noor = await person('Noor');
    const rui = await person('Rui');
    await circleOf({ members: [noor, rui] });
    await askedOnTuesdays(noor);
    const now = at('2026-12-01T09:00:00Z');
    await Promise.all([turnWeeks({ now }), turnWeeks({ now })]);
    const { week } = await weekPage(noor, null, { now });
    expect(await told(noor)).toEqual([
      { topic: `week:${week?.id}`, kind: 'week-begins', read_at: null },
    ]);
    const mails = async (kind: 'week-begins' | 'week-reminder') =>
      (await messagesOf(kind)).filter(({ personId }) => personId === noor.personId);
    expect(await mails('week-begins')).toHaveLength(1);
    const remind = { on: '2026-12-03', hour: 16 };
    await plan(await viewer(noor), week, { whom: rui.personId, name: '', remind });
    const later = at('2026-12-03T16:00:00Z');
    await Promise.all([turnWeeks({ now: later }), turnWeeks({ now: later })]);
    expect(await told(noor)).toMatchObject([{ kind: 'week-reminder', read_at: null }]);
    expect(await mails('week-reminder')).toHaveLength(1);
    const [mail, ...more] = await mailTo(noor.email);
    expect(more.map(({ subject }) => subject)).toEqual(['Whom will you ask this week?']);
    expect(mail?.text).toContain(
      'When I next see him after stand-up, I will ask what he hears when I send a reminder.',
    );
    expect(`${mail?.subject} ${mail?.text}`).not.toContain('Rui');
    expect(await told(rui)).toEqual([]);
    const inbox = textOf(await as(noor, '/inbox'));
    expect(inbox).toContain(
      'This week, ask one person new Rui: When I next see him after stand-up',
    );
    await as(noor, `/week/${week?.id}`);
    expect((await told(noor))[0]?.read_at).not.toBeNull();
  });

  test('comes once where two sweep at different moments, and never long after its hour', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const week = await weekAt(noor, '2026-12-01T10:00:00Z');
    await plan(noor, week, { remind: { on: '2026-12-03', hour: 16 } });
    await turnWeeks({ now: at('2026-12-06T16:00:00Z') });
    expect(await told(noor)).toMatchObject([{ kind: 'week-begins' }]);
    const late = await weekOf(noor, week?.id ?? 0);
    await plan(noor, late, { remind: { on: '2026-12-07', hour: 16 } });
    const moments = ['16:00', '16:01', '16:02', '16:03'].map((time) =>
      at(`2026-12-07T${time}:00Z`),
    );
    await Promise.all(moments.map((now) => turnWeeks({ now })));
    expect(await told(noor)).toMatchObject([{ kind: 'week-reminder' }]);
    const mails = (await messagesOf('week-reminder')).filter(
      ({ personId }) => personId === noor.personId,
    );
    expect(mails).toHaveLength(1);
  });

  test('is said no more once they have said what became of it, or stopped', async () => {
    const noor = await person('Noor');
    await askedOnTuesdays(noor);
    const week = await weekAt(noor, '2026-12-01T09:00:00Z');
    await plan(noor, week, { remind: { on: '2026-12-03', hour: 16 } });
    const given = { weekId: week?.id ?? 0, slowed: false };
    expect(await weekToMail(given, noor)).not.toBeNull();
    expect(await weekToMail(given, await person('Rui'))).toBeNull();
    await sayResult(noor, week?.id ?? 0, { act: 'let_go', version: 2 });
    expect(await told(noor)).toEqual([]);
    expect(await weekToMail(given, noor)).toBeNull();
    await sayResult(noor, week?.id ?? 0, { act: 'undo', version: 3 });
    await stopAsking(noor);
    expect(await weekToMail(given, noor)).toBeNull();
    await turnWeeks({ now: at('2026-12-03T16:00:00Z') });
    expect(await told(noor)).toEqual([]);
  });
});

test('a week can begin at once, and then its day is the next week’s', async () => {
  const noor = await person('Noor');
  const now = at('2026-11-30T13:00:00Z');
  expect(await beginWeek(noor, { now })).toBe(false);
  await askedOnTuesdays(noor);
  const both = await Promise.all([beginWeek(noor, { now }), beginWeek(noor, { now })]);
  expect(both.sort()).toEqual([false, true]);
  expect(await days(noor)).toEqual([['2026-11-30', null]]);
  expect((await askingOf(noor)).next_on).toBe('2026-12-08');
  await turnWeeks({ now: at('2026-12-01T10:00:00Z') });
  expect(await days(noor)).toHaveLength(1);
});

test('a line for oneself is written over by no older one', async () => {
  const noor = await person('Noor');
  await askedOnTuesdays(noor);
  const week = await weekAt(noor, '2026-12-01T10:00:00Z');
  await plan(noor, week);
  const id = week?.id ?? 0;
  // From a page that is older than the plan: there was no line to lose.
  expect(await keepLine(noor, id, { kept: 'Ask before noon.', version: 1 })).toEqual({ ok: true });
  const older = await keepLine(noor, id, { kept: 'Something else.', version: 1 });
  expect(older).toEqual({ ok: false, reason: 'changed', now: 'Ask before noon.' });
  expect(await keepLine(await person('Rui'), id, { kept: 'Mine', version: 3 })).toMatchObject({
    reason: 'gone',
  });
  expect((await weekOf(noor, id))?.kept).toBe('Ask before noon.');
});
