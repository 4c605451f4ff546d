import type { Host, Member, Role } from '#app/access/proofs.ts';
import {
  holdWhatNames,
  sessionsToRun,
  tellOfDeparture,
} from '#app/circles/rows/departing.server.ts';
import { makeHost, setRole, tellOfHost } from '#app/circles/rows/hosting.server.ts';
import { settleSeats } from '#app/circles/rows/offers.server.ts';
import { lockAsHost, lockCircle, roleIn } from '#app/circles/rows/seats.server.ts';
import { settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { canHost, type GivenRole, leaving } from '#app/circles/rules/circles.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type MemberOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-host' | 'not-member' | 'is-host' | 'deactivated' };

/** Makes a member a facilitator or the other way round. The host's role is handed over instead. */
export async function changeRole(
  host: Host,
  personId: number,
  role: GivenRole,
): Promise<MemberOutcome> {
  return onMember(host, personId, async (tx, _circle, before) => {
    await setRole(tx, host.circleId, personId, role);
    if (role !== before) {
      await tell(
        tx,
        host,
        {
          ...{ occasion: 'role-changed', thing: null, detail: { role } },
          ...{ by: host.personId, at: new Date() },
        },
        { only: [personId] },
      );
    }
    return { ok: true };
  });
}

/** Takes someone out of the circle, with a word to them. Their seat goes to the next in line. */
export async function removeMember(
  host: Host,
  personId: number,
  word: string,
): Promise<MemberOutcome> {
  return onMember(host, personId, async (tx, circle) => {
    const now = new Date();
    const departureId = await depart(tx, circle.id, personId, now, { by: host.personId, word });
    if (departureId) {
      await post(tx, {
        message: 'removal',
        given: { departureId },
        occasion: `departure:${departureId}`,
        to: { personId },
        circleId: circle.id,
      });
    }
    await settleSeats(tx, circle, now);
    return { ok: true };
  });
}

/** Makes another member the host; the host before stays, as a facilitator. */
export async function handOverCircle(host: Host, personId: number): Promise<MemberOutcome> {
  return onMember(host, personId, async (tx, circle) => {
    const deactivated = await tx
      .selectFrom('person_deactivation')
      .select('person_id')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!canHost({ closed: deactivated !== undefined }))
      return { ok: false, reason: 'deactivated' };
    await makeHost(tx, circle.id, host.personId, personId);
    await tellOfHost(tx, circle.id, personId, { personId: host.personId, isAway: false });
    return { ok: true };
  });
}

export type LeaveOutcome = { ok: true } | { ok: false; reason: 'hand-over-first' | 'alone' };

/** Leaves the circle; what the person wrote stays. A circle always has a host, who cannot leave. */
export async function leaveCircle(member: Member): Promise<LeaveOutcome> {
  return db.transaction().execute(async (tx): Promise<LeaveOutcome> => {
    const circle = await lockCircle(tx, member.circleId);
    const role = await roleIn(tx, circle.id, member.personId);
    if (!role) return { ok: true };
    const { members } = await tx
      .selectFrom('membership')
      .select(({ fn }) => fn.countAll<number>().as('members'))
      .where(inCircle({ circleId: circle.id }, 'membership'))
      .executeTakeFirstOrThrow();
    const may = leaving(role, members);
    if (may !== 'free') return { ok: false, reason: may };
    const now = new Date();
    await depart(tx, circle.id, member.personId, now);
    await settleSeats(tx, circle, now);
    return { ok: true };
  });
}

type Circle = Awaited<ReturnType<typeof lockCircle>>;

/**
 * What the host does to another member: both as they are under the lock. The person's row is held
 * too, and first, as where an account is closed: a circle is not handed to an account that is being
 * closed at this moment.
 */
async function onMember(
  host: Host,
  personId: number,
  act: (tx: Tx, circle: Circle, role: Role) => Promise<MemberOutcome>,
): Promise<MemberOutcome> {
  return db.transaction().execute(async (tx): Promise<MemberOutcome> => {
    await tx.selectFrom('person').select('id').where('id', '=', personId).forShare().execute();
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    const role = await roleIn(tx, circle.id, personId);
    if (!role) return { ok: false, reason: 'not-member' };
    return role === 'host' ? { ok: false, reason: 'is-host' } : act(tx, circle, role);
  });
}

async function depart(
  tx: Tx,
  circleId: number,
  personId: number,
  now: Date,
  removed?: { by: number; word: string },
): Promise<number | undefined> {
  await holdWhatNames(tx, { circleId }, personId);
  const toRun = await sessionsToRun(tx, { circleId }, personId, now);
  const gone = await tx
    .deleteFrom('membership')
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .returning(['role', 'joined_at'])
    .executeTakeFirst();
  if (!gone) return undefined;
  await settleWaysIn(tx, circleId, personId, now);
  const departure = await tx
    .insertInto('departure')
    .values({
      circle_id: circleId,
      person_id: personId,
      role: gone.role,
      joined_at: gone.joined_at,
      left_at: now,
      removed_by: removed?.by ?? null,
      word: removed?.word ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await post(tx, {
    message: 'sessions-left',
    given: { circleId },
    occasion: `departure:${departure.id}`,
    ...{ to: { personId }, circleId },
  });
  await tellOfDeparture(tx, { circleId, personId, removedBy: removed?.by ?? null, toRun }, now);
  return departure.id;
}
