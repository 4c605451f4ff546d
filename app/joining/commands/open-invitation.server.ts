import type { Host } from '#app/access/proofs.ts';
import { lockAsHost } from '#app/circles/rows/seats.server.ts';
import { countInvitations } from '#app/joining/limits.server.ts';
import { openInvitations, renew } from '#app/joining/rows/invitations.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Sends an open invitation once more: links sent before stop working.
 * @returns its new token, told once; null when it is no longer open
 */
export async function resendInvitation(host: Host, id: number): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockAsHost(tx, host))) return null;
    const open = await openInvitations(tx, host).where('id', '=', id).executeTakeFirst();
    if (!open) return null;
    const [renewed] = await renew(tx, host, [id]);
    await countInvitations(tx, host, [open.email]);
    return renewed?.token ?? null;
  });
}

/** @returns false when it is no longer open */
export async function withdrawInvitation(host: Host, id: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockAsHost(tx, host))) return false;
    const { numUpdatedRows } = await tx
      .updateTable('invitation')
      .set({ revoked_at: new Date() })
      .where(inCircle(host, 'invitation'))
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}
