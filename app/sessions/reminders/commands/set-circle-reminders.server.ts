import type { Facilitator } from '#app/access/proofs.ts';
import { leadsFor, sameLeads } from '#app/sessions/reminders/rules/leads.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Sets which reminders a circle has of its sessions, unless somebody else did since `version`. The same
 * again is nothing. What waits goes by it when it is due.
 */
export async function setCircleReminders(
  facilitator: Facilitator,
  { leads, version }: { leads: readonly number[]; version: number },
  { now = new Date() }: Clock = {},
): Promise<{ ok: true; changed: boolean } | { ok: false; reason: 'changed-meanwhile' }> {
  const { circleId, personId } = facilitator;
  const chosen = leadsFor(leads, null);
  return db.transaction().execute(async (tx) => {
    // Two who set them for the first time wait for one another.
    await tx
      .selectFrom('circle')
      .select('id')
      .where('id', '=', circleId)
      .forNoKeyUpdate()
      .execute();
    const saved = await tx
      .selectFrom('circle_reminders')
      .select(['leads', 'version'])
      .where(inCircle(facilitator, 'circle_reminders'))
      .executeTakeFirst();
    if (sameLeads(saved?.leads ?? null, chosen)) return { ok: true, changed: false };
    const before = saved?.version ?? 0;
    if (before !== version) return { ok: false, reason: 'changed-meanwhile' };
    const columns = { leads: chosen, set_by: personId, set_at: now, version: before + 1 };
    await tx
      .insertInto('circle_reminders')
      .values({ circle_id: circleId, ...columns })
      .onConflict((conflict) => conflict.column('circle_id').doUpdateSet(columns))
      .execute();
    return { ok: true, changed: true };
  });
}
