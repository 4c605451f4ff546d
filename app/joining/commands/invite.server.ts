import { sql } from 'kysely';
import type { Host } from '#app/access/proofs.ts';
import { addressKey, sameAddress } from '#app/accounts/rules/accounts.ts';
import { countSeats, lockAsHost } from '#app/circles/rows/seats.server.ts';
import { type GivenRole, MOST_OPEN_INVITATIONS } from '#app/circles/rules/circles.ts';
import { countInvitations } from '#app/joining/limits.server.ts';
import { openInvitations, renew } from '#app/joining/rows/invitations.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

interface Invitee {
  /** '' for none */
  name: string;
  email: string;
}

/** To whom one is to be sent, and the one of theirs that is open. */
interface Fresh {
  invitee: Invitee;
  id: number | null;
}

export interface InvitationInput {
  /** each once */
  to: readonly Invitee[];
  role: GivenRole;
  word: string;
  /** whether those with an open invitation get another */
  again: boolean;
  submissionKey: string;
}

/** What became of each address. `token` is null when the same form came before: it is told once. */
export type Invited =
  | { is: 'invited'; email: string; invitationId: number; token: string | null }
  | { is: 'member'; email: string; name: string }
  | { is: 'invited-before'; email: string; name: string; since: Date };

export type InviteOutcome =
  | { ok: true; each: Invited[]; free: number }
  | { ok: false; reason: 'not-host' | 'too-many' }
  | { ok: false; reason: 'members'; names: string[] }
  | { ok: false; reason: 'sent-before'; emails: string[] };

/**
 * Invites people, all or none. Who is in is left out; who has an open invitation too, unless asked to
 * send them another, which ends the links sent before.
 */
export async function invite(host: Host, form: InvitationInput): Promise<InviteOutcome> {
  return db.transaction().execute(async (tx): Promise<InviteOutcome> => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    const [{ free }, before, members, open] = await together(tx, (at) => [
      countSeats(at, circle, new Date()),
      sentBy(at, host, form.submissionKey),
      membersAt(at, host, form.to),
      openInvitations(at, host).execute(),
    ]);
    const known: Invited[] = [];
    const fresh: Fresh[] = [];
    for (const invitee of form.to) {
      const { email } = invitee;
      const sent = find(before, email);
      const member = find(members, email);
      const invited = find(open, email);
      if (sent) known.push({ is: 'invited', email, invitationId: sent.id, token: null });
      else if (member) known.push({ is: 'member', email, name: member.name });
      else if (invited && !form.again) {
        known.push({ ...invited, is: 'invited-before', email, since: invited.created_at });
      } else fresh.push({ invitee, id: invited?.id ?? null });
    }
    if (before.length > 0) {
      const same = fresh.length === 0 && before.every((one) => isSame(one, form));
      if (same) return { ok: true, each: known, free };
      return { ok: false, reason: 'sent-before', emails: before.map(({ email }) => email) };
    }
    const names = members.map(({ name }) => name);
    if (names.length === form.to.length) return { ok: false, reason: 'members', names };
    const added = fresh.filter(({ id }) => id === null).length;
    if (added > 0 && open.length + added > MOST_OPEN_INVITATIONS) {
      return { ok: false, reason: 'too-many' };
    }
    const each = [...(await sendEach(tx, host, form, fresh)), ...known];
    if (fresh.length > 0) {
      await countInvitations(
        tx,
        host,
        fresh.map(({ invitee }) => invitee.email),
      );
    }
    return { ok: true, each, free };
  });
}

async function sendEach(
  tx: Tx,
  host: Host,
  form: InvitationInput,
  fresh: readonly Fresh[],
): Promise<Invited[]> {
  if (fresh.length === 0) return [];
  const made = await insertInvitations(tx, host, form, fresh);
  const ids = fresh.map(({ id, invitee }) => id ?? made.get(invitee.email) ?? 0);
  const names = fresh.map(({ invitee }) => invitee.name);
  await sql`
    update invitation
    set role = ${form.role}, word = ${form.word}, submission_key = ${form.submissionKey},
      name = coalesce(nullif(each.name, ''), invitation.name)
    from unnest(${ids}::bigint[], ${names}::text[]) as each (id, name)
    where invitation.circle_id = ${host.circleId} and invitation.id = each.id`.execute(tx);
  const renewed = await renew(tx, host, ids);
  return renewed.map(({ id, token }, index) => ({
    is: 'invited',
    email: fresh[index]?.invitee.email ?? '',
    invitationId: id,
    token,
  }));
}

/** Those that were not open yet. @returns their ids by address */
async function insertInvitations(
  tx: Tx,
  host: Host,
  { role }: InvitationInput,
  fresh: readonly Fresh[],
): Promise<Map<string, number>> {
  const emails = fresh.flatMap(({ id, invitee }) => (id === null ? [invitee.email] : []));
  if (emails.length === 0) return new Map();
  const hashes = emails.map(() => hashToken(newToken()));
  const { rows } = await sql<{ id: number; email: string }>`
    insert into invitation (circle_id, email, role, token_hash, invited_by, expires_at)
    select ${host.circleId}::bigint, each.email, ${role}, each.token_hash, ${host.personId}::bigint,
      ${new Date()}::timestamptz
    from unnest(${emails}::text[], ${hashes}::text[]) as each (email, token_hash)
    returning id, email`.execute(tx);
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** What this very form has sent, whatever became of it. */
function sentBy(tx: Tx, host: Host, submissionKey: string) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'word'])
    .where(inCircle(host, 'invitation'))
    .where('submission_key', '=', submissionKey)
    .execute();
}

function membersAt(tx: Tx, host: Host, to: readonly Invitee[]) {
  const keys = to.map(({ email }) => addressKey(email));
  return tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.name', 'person.email'])
    .where(inCircle(host, 'membership'))
    .where(sql`address_key(person.email)`, '=', sql`any(${keys}::text[])`)
    .execute();
}

const find = <Row extends { email: string }>(rows: readonly Row[], email: string) =>
  rows.find((row) => sameAddress(row.email, email));

const isSame = (sent: { email: string; role: string; word: string }, form: InvitationInput) =>
  sent.role === form.role &&
  sent.word === form.word &&
  form.to.some((one) => sameAddress(one.email, sent.email));
