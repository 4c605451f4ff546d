import { sql } from 'kysely';
import type { Member, Role } from '#app/access/proofs.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { keptStatement } from '#db/kept-statement.server.ts';
import { agreementFor } from './settings.server.ts';

interface CircleRow {
  purpose: string;
  people: { id: number; name: string; role: Role }[];
  offers: number;
  waiting: number;
  requests: number;
  invitations: number;
}

const theCircle = keptStatement(
  ({ circleId, now }: { circleId: number; now: Date }) => sql<CircleRow>`
      select c.purpose,
        (select json_agg(p) from (
          select p.id, p.name, m.role from membership m join person p on p.id = m.person_id
          where m.circle_id = c.id order by m.joined_at, p.id
        ) p) as people,
        (select count(*) from waiting_place where circle_id = c.id
          and ended_at is null and offer_expires_at > ${now}) as offers,
        (select count(*) from waiting_place where circle_id = c.id
          and ended_at is null and offered_at is null) as waiting,
        (select count(*) from join_request where circle_id = c.id and decided_at is null) as requests,
        (select count(*) from invitation where circle_id = c.id and accepted_at is null
          and revoked_at is null and expires_at > ${now}) as invitations
      from circle c where c.id = ${circleId}`,
);

/** What the circle's own page says of the circle itself. What waits for the host only the host sees. */
export async function circlePage(member: Member) {
  const now = new Date();
  const { circleId } = member;
  const [[row], agreement] = await Promise.all([
    theCircle({ circleId, now }),
    agreementFor(member),
  ]);
  if (!row) throw new Error('A member’s circle is gone.');
  const { seats } = member.circle;
  const members = row.people.length;
  return {
    purpose: row.purpose,
    seats,
    members,
    offers: row.offers,
    free: freeSeats({ seats, members, offers: row.offers }),
    people: row.people,
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
