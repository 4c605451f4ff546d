import { sql } from 'kysely';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { type GivenRole, invitationState } from '#app/circles/rules/circles.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor } from '#db/database.server.ts';
import { endsOf } from './ends.server.ts';

/**
 * A way into a circle: a personal invitation, found by its token or by the address it was sent to,
 * or the circle's reusable link.
 */
export type Key = { token: string } | { invitationId: number; confirmedEmail: string };

const BY_KEY = 'whoever holds the key learns which circle it opens';

export interface WayIn {
  /** the circle rests: nobody comes in until it is brought back */
  archived: boolean;
  kind: 'invitation' | 'link';
  id: number;
  circleId: number;
  role: GivenRole;
  expiresAt: Date;
  /** of an invitation */
  email: string;
  word: string;
  invitedBy: string;
  /** whoever holds this token reads the mail of `email` */
  provesAddress: boolean;
}

/** The circle `key` leads or led to, open or not. Only for finding out whether somebody is in it. */
export async function circleBehind(on: Executor, key: Key): Promise<number | null> {
  const invitation = await invitationFor(on, key);
  if (invitation) return invitation.circle_id;
  if (!('token' in key)) return null;
  const link = await acrossCircles(on, BY_KEY)
    .selectFrom('join_link')
    .select('circle_id')
    .where('token_hash', '=', hashToken(key.token))
    .executeTakeFirst();
  return link?.circle_id ?? null;
}

/**
 * The opening `key` leads to, when it is open to this person (null: a visitor) at this moment. What
 * was sent before they were last in, or were turned away, is not.
 */
export async function wayInFor(
  on: Executor,
  key: Key,
  personId: number | null,
  now: Date,
): Promise<WayIn | null> {
  const invitation = await invitationFor(on, key);
  if (invitation) {
    const { accepted_by, accepted_at, ...row } = invitation;
    // Whom it led to the waiting list may use it again: being in, or turned away, would settle it.
    const again = personId !== null && accepted_by === personId;
    const state = invitationState({ ...row, accepted_at: again ? null : accepted_at }, now);
    if (state !== 'open') return null;
    const { over } = await endsOf(on, row.circle_id, personId);
    if (over && row.created_at < over) return null;
    return {
      kind: 'invitation',
      archived: row.archived,
      id: row.id,
      circleId: row.circle_id,
      role: row.role as GivenRole,
      expiresAt: row.expires_at,
      email: row.email,
      word: row.word,
      invitedBy: row.invited_by_name,
      provesAddress: 'token' in key && row.mailed_token_hash === hashToken(key.token),
    };
  }
  if (!('token' in key)) return null;
  const link = await acrossCircles(on, BY_KEY)
    .selectFrom('join_link')
    .select(['id', 'circle_id', 'expires_at'])
    .select(isArchived('join_link'))
    .where('token_hash', '=', hashToken(key.token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!link || (await endsOf(on, link.circle_id, personId)).turnedAway) return null;
  return {
    kind: 'link',
    archived: link.archived,
    id: link.id,
    circleId: link.circle_id,
    role: 'member',
    expiresAt: link.expires_at,
    email: '',
    word: '',
    invitedBy: '',
    provesAddress: false,
  };
}

const isArchived = (table: 'invitation' | 'join_link') =>
  sql<boolean>`exists (select from circle_archive a where a.circle_id = ${sql.ref(`${table}.circle_id`)})`.as(
    'archived',
  );

function invitationFor(on: Executor, key: Key) {
  const query = acrossCircles(on, BY_KEY)
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.circle_id',
      'invitation.email',
      'invitation.role',
      'invitation.word',
      'invitation.mailed_token_hash',
      'invitation.created_at',
      'invitation.expires_at',
      'invitation.accepted_by',
      'invitation.accepted_at',
      'invitation.revoked_at',
      'person.name as invited_by_name',
    ])
    .select(isArchived('invitation'));
  if ('token' in key) {
    const hash = hashToken(key.token);
    return query
      .where(({ or, eb }) => or([eb('token_hash', '=', hash), eb('mailed_token_hash', '=', hash)]))
      .executeTakeFirst();
  }
  return query
    .where('invitation.id', '=', key.invitationId)
    .where(sql`address_key(invitation.email)`, '=', addressKey(key.confirmedEmail))
    .executeTakeFirst();
}
