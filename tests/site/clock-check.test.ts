import { expect, test } from 'vitest';
import { checkClocks, keepClocks } from '#app/site/commands/keep-clocks.server.ts';
import { postgresClocks } from '#app/site/queries/postgres-clocks.server.ts';
import { stateOfSite } from '#app/site/queries/state.server.ts';
import {
  findClocks,
  isOlder,
  KNOWN,
  type MinutesAhead,
  monthsFrom,
} from '#app/site/rules/known-clocks.ts';
import { complaintsOf } from '#app/site/rules/state.ts';
import { HOUR } from '#app/time/spans.ts';
import { minutesAhead, momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { administrator } from '#tests/accounts/given.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

const now = new Date('2026-11-28T12:00:00Z');

/** Clocks that know the rules of 2026. */
const current: MinutesAhead = (zone, at) =>
  KNOWN.find((known) => known.zone === zone && known.at.getTime() === at.getTime())?.ahead ??
  minutesAhead(zone, at);

/** Clocks by the rules before. */
const old: MinutesAhead = (zone, at) => {
  const shown = KNOWN.find((known) => known.zone === zone);
  return shown ? shown.ahead + (zone.startsWith('Africa') ? 60 : -60) : minutesAhead(zone, at);
};

const found = (given: Partial<Parameters<typeof findClocks>[0]>) =>
  findClocks({ used: [], node: current, postgres: current, now, left: 0, ...given });

test('clocks that know the rules of 2026 agree, and nothing is said of them', () => {
  const nothing = { node: [], postgres: [], unknownToNode: [], unknownToPostgres: [], apart: [] };
  expect(found({ used: ['Europe/Madrid', 'Asia/Calcutta', 'UTC'] })).toEqual({
    ...nothing,
    left: 0,
  });
});

test('whichever knows them not is named, with the zones whose rules changed', () => {
  const three = ['America/Vancouver', 'America/Edmonton', 'Africa/Casablanca'];
  expect(found({ node: old })).toMatchObject({ node: three, postgres: [] });
  expect(found({ postgres: old })).toMatchObject({ node: [], postgres: three });
  // Beside them a zone is named once.
  expect(found({ node: old, used: ['America/Vancouver'] }).apart).toEqual([]);
});

test('zones in use that either does not know, or both know otherwise, are named', () => {
  const used = ['Europe/Madrid', 'Mars/Olympus', 'Africa/Cairo'];
  expect(found({ used })).toMatchObject({
    unknownToNode: ['Mars/Olympus'],
    unknownToPostgres: ['Mars/Olympus'],
    apart: [],
  });
  // Summer alone tells them apart.
  const inSummer: MinutesAhead = (zone, at) =>
    zone === 'Africa/Cairo' && at.getUTCMonth() === 6 ? 0 : current(zone, at);
  expect(found({ used, postgres: inSummer }).apart).toEqual(['Africa/Cairo']);
});

test('PostgreSQL is asked in one statement, whatever zones there are', async () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'Mars/Olympus', "'; select", 'UTC'];
  const says = await postgresClocks(db, zones, now);
  expect(says('Asia/Calcutta', now)).toBe(330);
  expect(says('Europe/Madrid', now)).toBe(60);
  expect(says('America/St_Johns', now)).toBe(-210);
  expect(says('Mars/Olympus', now)).toBeNull();
  expect(monthsFrom(now).map((at) => says('Europe/Madrid', at))).toContain(120);
  for (const { zone, at, ahead } of KNOWN) {
    expect([ahead, ahead + 60, ahead - 60]).toContain(says(zone, at));
  }
});

test('what this machine says stands on the site’s page, and goes once all agree', async () => {
  const admin = await administrator();
  const noor = await person('Noor', { timeZone: 'Mars/Olympus' });
  await circleOf({ members: [noor] });
  const state = async () => {
    const state = await stateOfSite(admin);
    return { clocks: state.clocks, said: complaintsOf(state, now).clocks };
  };
  expect(await state()).toEqual({ clocks: null, said: undefined });
  await keepClocks({ now });
  const first = await state();
  expect(first.clocks).toMatchObject({ at: now, zones: process.versions.tz });
  // Whichever Node this is: it is named where its own clocks do not know the rules.
  const behind = KNOWN.filter(({ zone, at, ahead }) => minutesAhead(zone, at) !== ahead);
  expect(first.clocks?.found.node).toEqual(behind.map(({ zone }) => zone));
  expect(first.said).toContain('No clock here knows Mars/Olympus');
  await checkClocks({ now, node: old });
  expect((await state()).said).toContain('A newer Node has newer ones');
  await db
    .updateTable('person')
    .set({ time_zone: 'UTC' })
    .where('id', '=', noor.personId)
    .execute();
  await checkClocks({ now, node: current });
  const last = await state();
  expect(last.clocks?.found).toMatchObject({ node: [], unknownToNode: [] });
  expect(last.said ?? '').not.toContain('Node');
});

test('a machine with older zone data than those gone by moves nothing, and the site’s page says so', async () => {
  const admin = await administrator();
  const { host } = await circleOf({ timeZone: 'America/Vancouver' });
  const sessionId = await sessionIn(host, { date: '2098-12-02' });
  const startsAt = async () => {
    const { starts_at } = await db
      .selectFrom('session')
      .select('starts_at')
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow();
    return starts_at.toISOString();
  };
  const newRules: ReadClock = (clock) => {
    const moment = momentOfClock(clock);
    const isThere = clock.time_zone === 'America/Vancouver';
    return moment && isThere ? new Date(moment.getTime() - HOUR) : moment;
  };
  const said = async () => complaintsOf(await stateOfSite(admin), now).clocks ?? '';
  await keepClocks({ now, read: newRules, zones: '9999b' });
  expect(await startsAt()).toBe('2098-12-03T01:30:00.000Z');
  expect(await said()).toContain('older than those that Octavo went by before (9999b)');
  // One beside it, or the Node of before: once a week, and each time it starts.
  await keepClocks({ now, zones: '9999a' });
  await keepClocks({ now });
  expect(await startsAt()).toBe('2098-12-03T01:30:00.000Z');
  expect((await stateOfSite(admin)).clocks?.zones).toBe('9999b');
  // Newer ones, and those of the same release, go on.
  await keepClocks({ now, read: newRules, zones: '9999b' });
  await keepClocks({ now, zones: '9999c' });
  expect(await startsAt()).toBe('2098-12-03T02:30:00.000Z');
  expect((await stateOfSite(admin)).clocks?.zones).toBe('9999c');
});

test('which release is older', () => {
  expect(isOlder('2025b', '2025c')).toBe(true);
  expect(isOlder('2025c', '2026a')).toBe(true);
  for (const other of ['2025b', '2024z', '', 'unknown'])
    expect(isOlder('2025b', other)).toBe(false);
  expect(isOlder('', '2025b')).toBe(false);
});
