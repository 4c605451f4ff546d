import type { Host } from '#app/access/proofs.ts';
import { INVITATION_DAYS } from '#app/circles/rules/circles.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Invitations of a circle that open it still, or did until they expired. */
export function openInvitations(tx: Tx, host: Host) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'name', 'created_at'])
    .where(inCircle(host, 'invitation'))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null);
}

/**
 * A new token and two more weeks for an open invitation, and a mail about it.
 * @returns the token, which is told only now
 */
export async function renew(tx: Tx, host: Host, id: number): Promise<string> {
  const token = newToken();
  const now = new Date();
  await tx
    .updateTable('invitation')
    .set({
      token_hash: hashToken(token),
      mailed_token_hash: null,
      invited_by: host.personId,
      created_at: now,
      expires_at: daysAfter(now, INVITATION_DAYS),
    })
    .where(inCircle(host, 'invitation'))
    .where('id', '=', id)
    .execute();
  await enqueue(tx, 'send-invitation', { invitationId: id }, { key: `invitation-${id}` });
  return token;
}
