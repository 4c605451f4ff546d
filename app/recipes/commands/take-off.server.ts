import { sql } from 'kysely';
import type { Runner } from '#app/access/proofs.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type TakenOff =
  /** `stays`: how many items it had put on are there still, because somebody changed them */
  { ok: true; stays: number } | { ok: false; reason: 'gone' | 'closed' };

/**
 * Takes off an agenda what a recipe put on and nobody has touched since: the items that are called
 * the same and have the same minutes. Twice is once.
 */
export async function takeOff(
  runner: Runner,
  useId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<TakenOff> {
  const { sessionId } = runner;
  return db.transaction().execute(async (tx): Promise<TakenOff> => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const use = await tx
      .updateTable('recipe_use')
      .set({ taken_off_at: sql`coalesce(taken_off_at, ${now})` })
      .where(inCircle(runner, 'recipe_use'))
      .where('session_id', '=', sessionId)
      .where('id', '=', useId)
      .returning('id')
      .executeTakeFirst();
    if (!use) return { ok: false, reason: 'gone' };
    if (await removeUntouched(tx, runner, useId)) await writeSession(tx, runner, sessionId, now);
    return { ok: true, stays: await changedOf(tx, runner, useId) };
  });
}

/** @returns whether there were any */
async function removeUntouched(
  tx: Tx,
  { circleId, sessionId }: Runner,
  useId: number,
): Promise<boolean> {
  const { rows } = await sql`
    delete from agenda_item i using recipe_use u,
      jsonb_to_recordset(u.items) as put (id bigint, title text, minutes int)
    where u.circle_id = ${circleId} and u.id = ${useId}
      and i.circle_id = ${circleId} and i.session_id = ${sessionId}
      and i.id = put.id and i.title = put.title and i.minutes = put.minutes
      and not i.left_out
    returning i.id`.execute(tx);
  return rows.length > 0;
}

async function changedOf(tx: Tx, { circleId, sessionId }: Runner, useId: number): Promise<number> {
  const { rows } = await sql<{ stays: number }>`
    select count(*)::int as stays from recipe_use u,
      jsonb_to_recordset(u.items) as put (id bigint)
    join agenda_item i on i.circle_id = ${circleId} and i.session_id = ${sessionId}
      and i.id = put.id
    where u.circle_id = ${circleId} and u.id = ${useId}`.execute(tx);
  return rows[0]?.stays ?? 0;
}
