import type { Viewer } from '#app/access/proofs.ts';
import { peopleToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import { keepTurns, lockAsking, lockWeek } from '#app/mentoring/week/rows/weeks.server.ts';
import { hourOn } from '#app/mentoring/week/rules/turns.ts';
import { USUAL_WHEN, weekAfter, weekState } from '#app/mentoring/week/rules/week.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

export interface PlanInput {
  /** a person of one of their circles; null: `name` */
  whom: number | null;
  /** a name that means something to them alone */
  name: string;
  when: string;
  will: string;
  /** when they read it once more, on their own clock */
  remind: { on: string; hour: number } | null;
  /** of the week that the form was filled from */
  version: number;
}

export type Planned =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'not-there' | 'changed' | 'over' | 'past' };

/** Says whom, when and what, as one plan: when …, I will …. Nobody else hears of it. */
export async function planWeek(
  viewer: Viewer,
  weekId: number,
  { whom, name, when, will, remind, version }: PlanInput,
  { now = new Date() }: Clock = {},
): Promise<Planned> {
  const { personId, timeZone } = viewer;
  const chosen = whom && (await peopleToAsk(viewer)).find(({ id }) => id === whom);
  return db.transaction().execute(async (tx): Promise<Planned> => {
    const asking = await lockAsking(tx, personId);
    const week = await lockWeek(tx, personId, weekId);
    if (!week) return { ok: false, reason: 'gone' };
    if (whom !== null && !chosen) return { ok: false, reason: 'not-there' };
    const plan = {
      ...{ whom_id: whom, whom: chosen ? chosen.name : name },
      ...{ when_text: when || USUAL_WHEN, will_text: will },
      ...{ remind_on: remind?.on ?? null, remind_hour: remind?.hour ?? null },
    };
    const columns = Object.keys(plan) as (keyof typeof plan)[];
    const isSame = week.result === null && columns.every((column) => week[column] === plan[column]);
    if (isSame) return { ok: true };
    if (week.version !== version) return { ok: false, reason: 'changed' };
    if (weekAfter(weekState(week), 'plan') === null) return { ok: false, reason: 'over' };
    const moved = week.remind_on !== plan.remind_on || week.remind_hour !== plan.remind_hour;
    if (moved && remind && hourOn(remind.on, remind.hour, timeZone) <= now) {
      return { ok: false, reason: 'past' };
    }
    await tx
      .updateTable('weekly_ask')
      .set({
        ...{ ...plan, result: null, result_at: null, version: week.version + 1 },
        ...(moved && { reminded_at: null }),
      })
      .where('id', '=', weekId)
      .execute();
    if (asking) await keepTurns(tx, personId, { ...asking, skips: 0 });
    return { ok: true };
  });
}
