import { sql } from 'kysely';
import type { Host } from '#app/access/proofs.ts';
import { INVITATION_DAYS } from '#app/circles/rules/circles.ts';
import { postAll } from '#app/notifications/commands/post.server.ts';
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

export interface Renewed {
  id: number;
  /** told only now */
  token: string;
}

/** New tokens and two more weeks for open invitations, and a mail about each. In their order. */
export async function renew(tx: Tx, host: Host, ids: readonly number[]): Promise<Renewed[]> {
  const renewed = ids.map((id) => ({ id, token: newToken() }));
  const now = new Date();
  const hashes = renewed.map(({ token }) => hashToken(token));
  const { rows } = await sql<{ id: number; email: string }>`
    update invitation
    set token_hash = each.token_hash, mailed_token_hash = null, invited_by = ${host.personId},
      created_at = ${now}, expires_at = ${daysAfter(now, INVITATION_DAYS)}
    from unnest(${ids}::bigint[], ${hashes}::text[]) as each (id, token_hash)
    where invitation.circle_id = ${host.circleId} and invitation.id = each.id
    returning invitation.id, invitation.email`.execute(tx);
  const at = now.toISOString();
  await postAll(
    tx,
    rows.map(({ id, email }) => ({
      message: 'invitation',
      given: { invitationId: id, at },
      occasion: `invitation:${id}:${at}`,
      to: { address: email },
      circleId: host.circleId,
    })),
  );
  return renewed;
}
