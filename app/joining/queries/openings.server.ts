import type { Host } from '#app/access/proofs.ts';
import { freeSeats, type GivenRole, invitationState } from '#app/circles/rules/circles.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countsOf } from './face.server.ts';

/** Invitations that nobody has used or withdrawn, newest first. */
export async function openInvitations(host: Host) {
  const now = new Date();
  const rows = await db
    .selectFrom('invitation')
    .select([
      'id',
      'email',
      'name',
      'role',
      'created_at',
      'expires_at',
      'accepted_at',
      'revoked_at',
    ])
    .where(inCircle(host, 'invitation'))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as GivenRole,
    sent: row.created_at.toISOString(),
    until: row.expires_at.toISOString(),
    expired: invitationState(row, now) === 'expired',
  }));
}

/** One open invitation of the circle. */
export async function openInvitation(host: Host, id: number) {
  return (await openInvitations(host)).find((invitation) => invitation.id === id) ?? null;
}

/** The reusable link in force or just expired; null when there is none. Its token is told nowhere. */
export async function joinLinkOf(host: Host) {
  const link = await db
    .selectFrom('join_link')
    .select(['created_at', 'expires_at'])
    .where(inCircle(host, 'join_link'))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return link
    ? {
        since: link.created_at.toISOString(),
        until: link.expires_at.toISOString(),
        expired: link.expires_at <= new Date(),
      }
    : null;
}

/** Seats that nobody has or is offered, at this moment. */
export async function freeSeatsIn({ circleId, circle }: Host): Promise<number> {
  return freeSeats({ seats: circle.seats, ...(await countsOf(circleId, new Date())) });
}
