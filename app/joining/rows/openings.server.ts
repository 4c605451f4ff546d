import { sql } from 'kysely';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { lockedCircle } from '#app/circles/rows/seats.server.ts';
import { type GivenRole, invitationState } from '#app/circles/rules/circles.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Executor, Tx } from '#db/database.server.ts';
import { endsIn } from './ends.server.ts';

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

/** Which of the two a key is. */
type Kind = WayIn['kind'];

const kindsOf = (key: Key): Kind[] => ('token' in key ? ['invitation', 'link'] : ['invitation']);

/** The circle `key` leads or led to, open or not. Only for finding out whether somebody is in it. */
export async function circleBehind(on: Executor, key: Key): Promise<number | null> {
  for (const kind of kindsOf(key)) {
    const row = await circleOf[kind](on, key).executeTakeFirst();
    if (row) return row.circle_id;
  }
  return null;
}

/** Locks the circle `key` leads or led to. */
export async function lockBehind(tx: Tx, key: Key) {
  for (const kind of kindsOf(key)) {
    const circle = await lockedCircle(acrossCircles(tx, BY_KEY))
      .where('circle.id', '=', circleOf[kind](tx, key))
      .executeTakeFirst();
    if (circle) return { circle, kind };
  }
  return null;
}

const circleOf = {
  invitation: (on: Executor, key: Key) =>
    acrossCircles(on, BY_KEY)
      .selectFrom('invitation')
      .select('invitation.circle_id')
      .where(isInvitation(key)),
  link: (on: Executor, key: Key) =>
    acrossCircles(on, BY_KEY)
      .selectFrom('join_link')
      .select('join_link.circle_id')
      .where(isLink(key)),
};

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
  for (const kind of kindsOf(key)) {
    const opening = await wayIn[kind](on, key, personId, now);
    if (opening) return opening;
  }
  return null;
}

/** The same for a key of a known kind. */
export const wayIn = { invitation: byInvitation, link: byLink };

async function byInvitation(
  on: Executor,
  key: Key,
  personId: number | null,
  now: Date,
): Promise<WayIn | null> {
  const invitation = await acrossCircles(on, BY_KEY)
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.invited_by')
    .innerJoinLateral(endsIn(sql.ref('invitation.circle_id'), personId).as('ends'), (join) =>
      join.onTrue(),
    )
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
      'ends.over',
    ])
    .select(isArchived('invitation'))
    .where(isInvitation(key))
    .executeTakeFirst();
  if (!invitation) return null;
  const { accepted_by, accepted_at, over, ...row } = invitation;
  // Whom it led to the waiting list may use it again: being in, or turned away, would settle it.
  const again = personId !== null && accepted_by === personId;
  const state = invitationState({ ...row, accepted_at: again ? null : accepted_at }, now);
  if (state !== 'open') return null;
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

async function byLink(
  on: Executor,
  key: Key,
  personId: number | null,
  now: Date,
): Promise<WayIn | null> {
  const link = await acrossCircles(on, BY_KEY)
    .selectFrom('join_link')
    .innerJoinLateral(endsIn(sql.ref('join_link.circle_id'), personId).as('ends'), (join) =>
      join.onTrue(),
    )
    .select(['join_link.id', 'join_link.circle_id', 'join_link.expires_at', 'ends.turnedAway'])
    .select(isArchived('join_link'))
    .where(isLink(key))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!link || link.turnedAway) return null;
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

const isArchived = (table: Table) =>
  sql<boolean>`exists (select from circle_archive a where a.circle_id = ${sql.ref(`${table}.circle_id`)})`.as(
    'archived',
  );

type Table = 'invitation' | 'join_link';

function isInvitation(key: Key) {
  if ('token' in key) {
    const hash = hashToken(key.token);
    return sql<boolean>`(invitation.token_hash = ${hash} or invitation.mailed_token_hash = ${hash})`;
  }
  return sql<boolean>`invitation.id = ${key.invitationId}
    and address_key(invitation.email) = ${addressKey(key.confirmedEmail)}`;
}

const isLink = (key: Key) =>
  sql<boolean>`join_link.token_hash = ${'token' in key ? hashToken(key.token) : null}`;
