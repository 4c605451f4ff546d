import type { Host } from '#app/access/proofs.ts';
import { lockAsHost } from '#app/circles/rows/seats.server.ts';
import { joinLinks } from '#app/joining/limits.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Makes the circle's reusable link, ending the one before.
 * @returns its token, told only now; null when the viewer is no longer the host
 */
export async function resetJoinLink(host: Host, form: { days: number }): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockAsHost(tx, host))) return null;
    const now = new Date();
    await endOpenLink(tx, host.circleId, now);
    const token = newToken();
    await tx
      .insertInto('join_link')
      .values({
        circle_id: host.circleId,
        token_hash: hashToken(token),
        created_by: host.personId,
        created_at: now,
        expires_at: daysAfter(now, form.days),
      })
      .execute();
    await joinLinks.count(tx, host.personId);
    return token;
  });
}

export async function endJoinLink(host: Host): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (await lockAsHost(tx, host)) await endOpenLink(tx, host.circleId, new Date());
  });
}

async function endOpenLink(tx: Tx, circleId: number, now: Date): Promise<void> {
  await tx
    .updateTable('join_link')
    .set({ ended_at: now })
    .where(inCircle({ circleId }, 'join_link'))
    .where('ended_at', 'is', null)
    .execute();
}
