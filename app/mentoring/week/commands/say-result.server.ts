import type { Viewer } from '#app/access/proofs.ts';
import { untellOfWeek } from '#app/mentoring/week/rows/tell-of-week.server.ts';
import {
  type Asking,
  keepTurns,
  lastDay,
  lockAsking,
  lockWeek,
} from '#app/mentoring/week/rows/weeks.server.ts';
import { firstTurn } from '#app/mentoring/week/rules/turns.ts';
import { SKIPS, type WeekAct, weekAfter, weekState } from '#app/mentoring/week/rules/week.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

export interface SaidInput {
  act: Exclude<WeekAct, 'plan'>;
  /** of the week that its button showed */
  version: number;
}

export type SaidResult =
  | {
      ok: true;
      version: number;
      /** it comes every other week from now on */
      slowed: boolean;
    }
  | { ok: false; reason: 'gone' | 'changed' };

/** Says what became of a week, or takes that back. */
export async function sayResult(
  { personId, timeZone }: Viewer,
  weekId: number,
  { act, version }: SaidInput,
  { now = new Date() }: Clock = {},
): Promise<SaidResult> {
  return db.transaction().execute(async (tx): Promise<SaidResult> => {
    const asking = await lockAsking(tx, personId);
    const week = await lockWeek(tx, personId, weekId);
    if (!week) return { ok: false, reason: 'gone' };
    const state = weekState(week);
    if (act !== 'undo' && state === act) return { ok: true, version: week.version, slowed: false };
    const after = weekAfter(state, act);
    if (week.version !== version || after === null) return { ok: false, reason: 'changed' };
    const last = await lastDay(tx, personId);
    const counts = asking !== null && last === week.for_day;
    // A week that is over is skipped by itself, when the next one begins.
    if (act === 'skipped' && !counts) return { ok: false, reason: 'changed' };
    const isSaid = after !== 'open' && after !== 'planned';
    await tx
      .updateTable('weekly_ask')
      .set({
        ...{ result: isSaid ? after : null, result_at: isSaid ? now : null },
        version: week.version + 1,
      })
      .where('id', '=', weekId)
      .execute();
    if (isSaid) await untellOfWeek(tx, personId, weekId);
    const said = { ok: true, version: week.version + 1 } as const;
    if (!counts) return { ...said, slowed: false };
    if (state === 'skipped') await keepTurns(tx, personId, unskipped(asking, timeZone, now, last));
    if (act !== 'skipped') return { ...said, slowed: false };
    const turns = skippedOnce(asking);
    await keepTurns(tx, personId, turns);
    return { ...said, slowed: turns.everyWeeks > asking.everyWeeks };
  });
}

/** One skip more: two in a row put the next turn off by a week, and all after it. */
function skippedOnce(asking: Asking): Asking {
  const skips = asking.everyWeeks > 1 ? 0 : asking.skips + 1;
  if (skips < SKIPS) return { ...asking, skips };
  const nextOn = asking.nextOn && addDays(asking.nextOn, 7);
  return { ...asking, everyWeeks: 2, skips: 0, nextOn };
}

/** One skip less, and weekly again where that one made it every other week. */
function unskipped(asking: Asking, zone: string, now: Date, last: string): Asking {
  if (asking.everyWeeks === 1) return { ...asking, skips: Math.max(0, asking.skips - 1) };
  const weekly = { ...asking, everyWeeks: 1, skips: SKIPS - 1 };
  return { ...weekly, nextOn: asking.nextOn && firstTurn(weekly, zone, now, last) };
}
