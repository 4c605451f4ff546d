import type { Facilitator } from '#app/access/proofs.ts';
import { planTermsOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import type { Plan, PlannedMilestone } from '#app/reading/plan/rules/plan.ts';
import { readingRows } from '#app/reading/rows/reading-rows.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A plan as it stood, with the sessions that pointed to its milestones. */
export interface PlanBefore extends Plan {
  milestones: (PlannedMilestone & { id: number; sessionIds: number[] })[];
}

/** A reading's plan as it stands, to keep it; null when the circle has no such reading. */
export async function standingPlan(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
): Promise<PlanBefore | null> {
  const row = await readingRows(facilitator, tx)
    .where('reading.id', '=', readingId)
    .executeTakeFirst();
  if (!row) return null;
  const sessions = await sessionsOfMilestones(
    tx,
    facilitator,
    row.milestones.map(({ id }) => id),
  );
  return {
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    milestones: row.milestones.map(({ id, title, due_on, sections }) => ({
      id,
      title,
      dueOn: due_on,
      sectionIds: sections.map((section) => section.id),
      sessionIds: sessions.flatMap((session) => (session.milestone_id === id ? [session.id] : [])),
    })),
    terms: await planTermsOf(facilitator, readingId, tx),
  };
}

/** The sessions that point to any of these milestones. */
export async function sessionsOfMilestones(
  tx: Tx,
  facilitator: Facilitator,
  milestoneIds: readonly number[],
) {
  if (milestoneIds.length === 0) return [];
  return tx
    .selectFrom('session')
    .select(['id', 'milestone_id'])
    .where(inCircle(facilitator, 'session'))
    .where('milestone_id', 'in', milestoneIds)
    .orderBy('id')
    .execute();
}
