import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { agreementFor } from './settings.server.ts';

interface CountsRow {
  purpose: string;
  members: number;
  offers: number;
  waiting: number;
  requests: number;
  invitations: number;
}

/** What the circle's own page says of the circle itself. What waits for the host only the host sees. */
export async function circlePage(member: Member) {
  const now = new Date();
  const { circleId } = member;
  const [counts, agreement, people] = await Promise.all([
    sql<CountsRow>`
      select c.purpose,
        (select count(*) from membership where circle_id = c.id) as members,
        (select count(*) from waiting_place where circle_id = c.id
          and ended_at is null and offer_expires_at > ${now}) as offers,
        (select count(*) from waiting_place where circle_id = c.id
          and ended_at is null and offered_at is null) as waiting,
        (select count(*) from join_request where circle_id = c.id and decided_at is null) as requests,
        (select count(*) from invitation where circle_id = c.id and accepted_at is null
          and revoked_at is null and expires_at > ${now}) as invitations
      from circle c where c.id = ${circleId}`.execute(db),
    agreementFor(member),
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['person.id', 'person.name', 'membership.role'])
      .where(inCircle(member, 'membership'))
      .orderBy('membership.joined_at')
      .orderBy('person.id')
      .execute(),
  ]);
  const row = counts.rows[0];
  if (!row) throw new Error('A member’s circle is gone.');
  const { seats } = member.circle;
  return {
    purpose: row.purpose,
    seats,
    members: row.members,
    offers: row.offers,
    free: freeSeats({ seats, members: row.members, offers: row.offers }),
    people: people.map(({ id, name, role }) => ({ id, name, role })),
    agreement:
      agreement.consented === null
        ? { version: agreement.version, rules: agreement.rules, changed: agreement.changed }
        : null,
    forHost:
      member.role === 'host'
        ? { requests: row.requests, waiting: row.waiting, invitations: row.invitations }
        : null,
  };
}

export type CirclePage = Awaited<ReturnType<typeof circlePage>>;
