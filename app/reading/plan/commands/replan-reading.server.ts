import type { Facilitator } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { standingPlan } from '#app/reading/plan/rows/plan-before.server.ts';
import type { Plan } from '#app/reading/plan/rules/plan.ts';
import { lockReadings } from '#app/reading/rows/other-readings.server.ts';
import { db } from '#db/database.server.ts';
import { changeReadingIn, type ReadingChanged } from './change-reading.server.ts';

/** `version` is what undoing it names. */
export type ReadingReplanned =
  | { ok: true; version: number }
  | Exclude<ReadingChanged, { ok: true }>;

/** Changes a reading's plan as changeReading does, and keeps the plan there was. */
export async function replanReading(
  facilitator: Facilitator,
  readingId: number,
  plan: Plan & { version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingReplanned> {
  const { circleId, personId } = facilitator;
  return db.transaction().execute(async (tx) => {
    await lockReadings(tx, facilitator);
    const before = await standingPlan(tx, facilitator, readingId);
    const changed = await changeReadingIn(tx, facilitator, readingId, plan, now);
    if (!changed.ok) return changed;
    const version = plan.version + 1;
    const kept = {
      version,
      plan: JSON.stringify(before),
      by_person_id: personId,
      at: now,
      undone_at: null,
    };
    await tx
      .insertInto('plan_before')
      .values({ circle_id: circleId, reading_id: readingId, ...kept })
      .onConflict((conflict) => conflict.columns(['circle_id', 'reading_id']).doUpdateSet(kept))
      .execute();
    await tell(tx, facilitator, {
      ...{ occasion: 'plan-made-anew', thing: readingId, detail: {} },
      ...{ by: personId, at: now },
    });
    return { ok: true, version };
  });
}
