import type { Facilitator } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type RotaSet = { ok: true } | { ok: false; reason: 'changed-meanwhile' };

/**
 * Says which duties go round, unless somebody said otherwise since `version` (0: nobody yet). Who has
 * one keeps it; the next turns are given in a moment.
 */
export async function setRota(
  facilitator: Facilitator,
  { runs, notes, version }: { runs: boolean; notes: boolean; version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<RotaSet> {
  const { circleId, personId } = facilitator;
  return db.transaction().execute(async (tx): Promise<RotaSet> => {
    const set = { runs, notes, set_by: personId, set_at: now };
    const { numInsertedOrUpdatedRows: written } = await tx
      .insertInto('rota')
      .values({ circle_id: circleId, ...set })
      .onConflict((conflict) =>
        conflict
          .column('circle_id')
          .doUpdateSet((row) => ({ ...set, version: row('rota.version', '+', 1) }))
          .where('rota.version', '=', version),
      )
      .executeTakeFirstOrThrow();
    if (written === 0n) {
      const saved = await tx
        .selectFrom('rota')
        .select(['runs', 'notes'])
        .where(inCircle(facilitator, 'rota'))
        .executeTakeFirst();
      const same = saved?.runs === runs && saved?.notes === notes;
      return same ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
    }
    await enqueue(tx, 'give-turns', { circleId }, { key: `give-turns:${circleId}` });
    return { ok: true };
  });
}
