import type { Viewer } from '#app/access/proofs.ts';
import { planWeek } from '#app/mentoring/week/commands/plan-week.server.ts';
import { setRhythm } from '#app/mentoring/week/commands/set-rhythm.server.ts';
import { turnWeeks } from '#app/mentoring/week/commands/turn-weeks.server.ts';
import { weekPage } from '#app/mentoring/week/queries/week-page.server.ts';
import { db } from '#tests/support/set-up.ts';

export const at = (iso: string) => new Date(iso);

/** A Monday; whoever is asked on Tuesdays at nine is asked the day after. */
export const MONDAY = at('2026-11-30T12:00:00Z');

/** Somebody who is asked on Tuesdays at nine. */
export async function askedOnTuesdays(who: Viewer, now = MONDAY) {
  const set = await setRhythm(who, { weekday: 2, hour: 9, version: 0 }, { now });
  if (!set.ok) throw new Error(set.reason);
}

export const weeksOf = (who: Viewer) =>
  db
    .selectFrom('weekly_ask')
    .select(['id', 'for_day', 'whom', 'result', 'reminded_at', 'version'])
    .where('person_id', '=', who.personId)
    .orderBy('for_day')
    .execute();

export const askingOf = (who: Viewer) =>
  db
    .selectFrom('weekly_asking')
    .select(['every_weeks', 'skips', 'next_on', 'version'])
    .where('person_id', '=', who.personId)
    .executeTakeFirstOrThrow();

/** Sweeps at a moment. @returns this week of somebody, as their page has it */
export async function weekAt(who: Viewer, iso: string) {
  await turnWeeks({ now: at(iso) });
  const { week } = await weekPage(who, null, { now: at(iso) });
  return week;
}

/** A plan for this week. */
export const planned = {
  ...{ whom: null, name: 'Dan', when: 'I next see him after stand-up' },
  ...{ will: 'ask what he hears when I send a reminder', remind: null },
} as const;

/** Plans a week. @throws when it is refused */
export async function plan(who: Viewer, week: { id: number; version: number } | null, more = {}) {
  if (!week) throw new Error('There is no week.');
  const given = { ...planned, version: week.version, ...more };
  const made = await planWeek(who, week.id, given, { now: MONDAY });
  if (!made.ok) throw new Error(made.reason);
}
