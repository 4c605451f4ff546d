import type { SeedCircle } from '#app/demo/community/types.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import type { Tx } from '#db/database.server.ts';
import { type Anchor, ago } from './days.server.ts';
import type { PersonId } from './people.server.ts';

const INVITATION_DAYS = 14;

/** What the rows of one circle are written with. */
export interface CirclePlace {
  tx: Tx;
  circleId: number;
  circle: SeedCircle;
  anchor: Anchor;
  personId: PersonId;
  hostId: number;
}

/** Writes a circle with its members, agreement, and those on their way in. */
export async function insertCircle(
  tx: Tx,
  circle: SeedCircle,
  anchor: Anchor,
  personId: PersonId,
): Promise<CirclePlace> {
  const host = circle.memberships.find(({ role }) => role === 'host');
  if (!host) throw new Error(`${circle.name} has no host.`);
  const hostId = personId(host.person);
  const createdAt = ago(anchor, circle.createdDaysAgo);
  const { id: circleId } = await tx
    .insertInto('circle')
    .values({
      slug: circle.key,
      name: circle.name,
      purpose: circle.purpose,
      seats: circle.seats,
      time_zone: circle.timeZone,
      visibility: circle.listed ? 'listed' : 'private',
      cloth: circle.cloth,
      created_by: hostId,
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('agreement')
    .values({
      circle_id: circleId,
      version: 1,
      body: circle.agreement.map(({ lead, rest }) => `${lead} ${rest}`).join('\n'),
      written_by: hostId,
      created_at: createdAt,
    })
    .execute();
  const place = { tx, circleId, circle, anchor, personId, hostId };
  await insertMembers(place);
  await insertNewcomers(place);
  return place;
}

async function insertMembers({ tx, circleId, circle, anchor, personId }: CirclePlace) {
  for (const { person, role, joinedDaysAgo } of circle.memberships) {
    const who = { circle_id: circleId, person_id: personId(person) };
    const at = ago(anchor, joinedDaysAgo);
    await tx
      .insertInto('membership')
      .values({ ...who, role, joined_at: at })
      .execute();
    await tx
      .insertInto('agreement_consent')
      .values({ ...who, version: 1, at })
      .execute();
  }
}

async function insertNewcomers({ tx, circleId, circle, anchor, personId }: CirclePlace) {
  for (const { email, role, invitedBy, daysAgo } of circle.invitations) {
    await tx
      .insertInto('invitation')
      .values({
        circle_id: circleId,
        email,
        role,
        token_hash: hashToken(newToken()),
        invited_by: personId(invitedBy),
        created_at: ago(anchor, daysAgo),
        expires_at: ago(anchor, daysAgo - INVITATION_DAYS),
      })
      .execute();
  }
  for (const { person, daysAgo, word } of circle.joinRequests) {
    await tx
      .insertInto('join_request')
      .values({
        circle_id: circleId,
        person_id: personId(person),
        word,
        created_at: ago(anchor, daysAgo),
      })
      .execute();
  }
  for (const { person, daysAgo } of circle.waitingList) {
    await tx
      .insertInto('waiting_place')
      .values({
        circle_id: circleId,
        person_id: personId(person),
        created_at: ago(anchor, daysAgo),
      })
      .execute();
  }
}
