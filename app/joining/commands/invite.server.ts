import { sql } from 'kysely';
import type { Host } from '#app/access/proofs.ts';
import { addressKey, sameAddress } from '#app/accounts/rules/accounts.ts';
import { lockAsHost } from '#app/circles/rows/seats.server.ts';
import {
  type GivenRole,
  INVITATION_DAYS,
  MOST_OPEN_INVITATIONS,
} from '#app/circles/rules/circles.ts';
import { countInvitation } from '#app/joining/limits.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface InvitationInput {
  email: string;
  role: GivenRole;
  word: string;
  submissionKey: string;
}

/** `token` is null when the same submission came before: a token is told once. */
export type Invited = { ok: true; invitationId: number; token: string | null };
export type InviteOutcome =
  | Invited
  | { ok: false; reason: 'not-host' | 'too-many' }
  | { ok: false; reason: 'member'; name: string };

/** Invites an address. Inviting it again rotates the token: links sent before stop working. */
export async function invite(host: Host, form: InvitationInput): Promise<InviteOutcome> {
  return db.transaction().execute(async (tx): Promise<InviteOutcome> => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    const member = await memberWithAddress(tx, circle.id, form.email);
    if (member) return { ok: false, reason: 'member', name: member.name };
    const open = await tx
      .selectFrom('invitation')
      .select(['id', 'email', 'submission_key'])
      .where(inCircle({ circleId: circle.id }, 'invitation'))
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    const before = open.find(({ email }) => sameAddress(email, form.email));
    if (before?.submission_key === form.submissionKey) {
      return { ok: true, invitationId: before.id, token: null };
    }
    if (!before && open.length >= MOST_OPEN_INVITATIONS) return { ok: false, reason: 'too-many' };
    const { id } =
      before ??
      (await tx
        .insertInto('invitation')
        .values({
          circle_id: circle.id,
          email: form.email,
          role: form.role,
          token_hash: hashToken(newToken()),
          invited_by: host.personId,
          expires_at: new Date(),
        })
        .returning('id')
        .executeTakeFirstOrThrow());
    await tx
      .updateTable('invitation')
      .set({ role: form.role, word: form.word, submission_key: form.submissionKey })
      .where(inCircle(host, 'invitation'))
      .where('id', '=', id)
      .execute();
    const token = await renew(tx, host, id);
    await countInvitation(tx, host, form.email);
    return { ok: true, invitationId: id, token };
  });
}

/** Sends an open invitation once more, with a new token. Null when it is no longer open. */
export async function resendInvitation(host: Host, id: number): Promise<Invited | null> {
  return db.transaction().execute(async (tx) => {
    const open = (await lockAsHost(tx, host)) && (await openInvitation(tx, host, id));
    if (!open) return null;
    const token = await renew(tx, host, id);
    await countInvitation(tx, host, open.email);
    return { ok: true, invitationId: id, token };
  });
}

/** @returns false when it is no longer open */
export async function withdrawInvitation(host: Host, id: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockAsHost(tx, host)) || !(await openInvitation(tx, host, id))) return false;
    await tx
      .updateTable('invitation')
      .set({ revoked_at: new Date() })
      .where(inCircle(host, 'invitation'))
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** A new token and two more weeks for an open invitation, and a mail about it. */
async function renew(tx: Tx, host: Host, id: number): Promise<string> {
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

function openInvitation(tx: Tx, host: Host, id: number) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email'])
    .where(inCircle(host, 'invitation'))
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

function memberWithAddress(tx: Tx, circleId: number, email: string) {
  return tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.name')
    .where(inCircle({ circleId }, 'membership'))
    .where(sql`address_key(person.email)`, '=', addressKey(email))
    .executeTakeFirst();
}
