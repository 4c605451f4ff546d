import { sql } from 'kysely';
import type { Facilitator } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import {
  type PlanBefore,
  sessionsOfMilestones,
} from '#app/reading/plan/rows/plan-before.server.ts';
import { lockReadings, overlapping } from '#app/reading/rows/other-readings.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { changeableReading, writePlan } from './change-reading.server.ts';

export type ReplanningUndone =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'over' | 'changed-meanwhile' | 'overlaps' };

/**
 * Puts back the plan there was before the re-plan that made `version`, with the milestones it
 * removed under their own numbers and their sessions. Undoing it twice changes nothing.
 */
export async function undoReplanning(
  facilitator: Facilitator,
  readingId: number,
  version: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<ReplanningUndone> {
  return db.transaction().execute(async (tx): Promise<ReplanningUndone> => {
    await lockReadings(tx, facilitator);
    const kept = await tx
      .selectFrom('plan_before')
      .select(['plan', 'undone_at'])
      .where(inCircle(facilitator, 'plan_before'))
      .where('reading_id', '=', readingId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (kept?.undone_at) return { ok: true };
    const changeable = await changeableReading(tx, facilitator, readingId, version);
    if (!changeable.ok) return changeable;
    if (!kept) return { ok: false, reason: 'changed-meanwhile' };

    const plan = kept.plan as unknown as PlanBefore;
    const { sectionIds } = changeable;
    const held = [...plan.milestones.flatMap((one) => one.sectionIds), ...plan.terms.optionalIds];
    const isWhole = held.every((id) => sectionIds.includes(id));
    if (!isWhole || (await hasNewSessions(tx, facilitator, readingId, plan))) {
      return { ok: false, reason: 'changed-meanwhile' };
    }
    if (await overlapping(tx, facilitator, plan, readingId)) {
      return { ok: false, reason: 'overlaps' };
    }
    const back = await bringBack(tx, facilitator, readingId, plan);
    await writePlan(tx, facilitator, readingId, { ...plan, version }, sectionIds);
    await pointAgain(tx, facilitator, back);
    await tx
      .updateTable('plan_before')
      .set({ undone_at: now })
      .where(inCircle(facilitator, 'plan_before'))
      .where('reading_id', '=', readingId)
      .execute();
    await tell(tx, facilitator, {
      ...{ occasion: 'plan-put-back', thing: readingId, detail: {} },
      ...{ by: facilitator.personId, at: now },
    });
    await holdAnew(tx, facilitator, {}, now);
    return { ok: true };
  });
}

/**
 * Whether somebody chose a milestone that the re-plan added for a session: taking it away would take
 * that choice back too. The lock keeps sessions from choosing one meanwhile.
 */
async function hasNewSessions(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
  { milestones }: PlanBefore,
): Promise<boolean> {
  const known = milestones.map(({ id }) => id);
  const added = await tx
    .selectFrom('milestone')
    .select('id')
    .where(inCircle(facilitator, 'milestone'))
    .where('reading_id', '=', readingId)
    .$if(known.length > 0, (query) => query.where('id', 'not in', known))
    .forUpdate()
    .execute();
  const ids = added.map(({ id }) => id);
  return (await sessionsOfMilestones(tx, facilitator, ids)).length > 0;
}

/** Adds the milestones that are no longer there, and returns them. */
async function bringBack(
  tx: Tx,
  { circleId }: Facilitator,
  readingId: number,
  { milestones }: PlanBefore,
): Promise<PlanBefore['milestones']> {
  const present = await tx
    .selectFrom('milestone')
    .select('id')
    .where(inCircle({ circleId }, 'milestone'))
    .where('reading_id', '=', readingId)
    .execute();
  const there = new Set(present.map(({ id }) => id));
  const missing = milestones.filter(({ id }) => !there.has(id));
  for (const { id, title, dueOn } of missing) {
    await sql`insert into milestone (id, circle_id, reading_id, title, due_on)
      overriding system value
      values (${id}, ${circleId}, ${readingId}, ${title}, ${dueOn})`.execute(tx);
  }
  return missing;
}

/** Sessions lost their milestone when it was removed; one that was given another keeps that. */
async function pointAgain(
  tx: Tx,
  facilitator: Facilitator,
  milestones: PlanBefore['milestones'],
): Promise<void> {
  for (const { id, sessionIds } of milestones) {
    if (sessionIds.length === 0) continue;
    await tx
      .updateTable('session')
      .set({ milestone_id: id })
      .where(inCircle(facilitator, 'session'))
      .where('id', 'in', sessionIds)
      .where('milestone_id', 'is', null)
      .execute();
  }
}
