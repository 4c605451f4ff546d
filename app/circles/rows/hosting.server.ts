import type { ExpressionBuilder } from 'kysely';
import type { Role } from '#app/access/proofs.ts';
import { nextHost } from '#app/circles/rules/circles.ts';
import { type OwnMail, tellAll } from '#app/notifications/commands/tell.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/** Who hosts a circle. Everything here is called under the lock on the circle's row. */

export async function setRole(tx: Tx, circleId: number, personId: number, role: Role) {
  await tx
    .updateTable('membership')
    .set({ role })
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .execute();
}

/** The host before stays, as a facilitator. */
export async function makeHost(tx: Tx, circleId: number, before: number, next: number) {
  // One host at most, at every moment: the old one steps back first.
  await setRole(tx, circleId, before, 'facilitator');
  await setRole(tx, circleId, next, 'host');
}

interface HostBefore {
  personId: number;
  /** whether their account is closed, so that they have not handed it over */
  isAway: boolean;
}

/** Tells a circle who hosts it by now. */
export function tellOfHost(
  tx: Tx,
  circleId: number,
  host: number,
  { personId: before, isAway }: HostBefore,
): Promise<void> {
  const at = new Date();
  const done = { thing: null, detail: {}, by: isAway ? null : before, at };
  const occasion = `host:${circleId}:${at.toISOString()}`;
  const mail: OwnMail = isAway
    ? { message: 'hosting-passed', given: { circleId, beforePersonId: before }, occasion }
    : { message: 'hosting-handed-over', given: { circleId, byPersonId: before }, occasion };
  return tellAll(tx, { circleId }, [
    [{ ...done, occasion: 'hosting-yours', mail }, { only: [host] }],
    [{ ...done, occasion: 'hosting-changed' }, { except: [host] }],
  ]);
}

/** Hosts whose account is closed. */
export const absentHosts = (on: Pick<ExpressionBuilder<DB, never>, 'selectFrom'>) =>
  on
    .selectFrom('membership')
    .innerJoin('person_deactivation', 'person_deactivation.person_id', 'membership.person_id')
    .select(['membership.circle_id', 'membership.person_id'])
    .where('membership.role', '=', 'host');

/**
 * Passes a circle whose host's account is closed to whoever is next, who is told by mail. With no
 * other account open there it keeps its host, until one is: opened again, or given a seat.
 */
export async function replaceAbsentHost(tx: Tx, circleId: number): Promise<void> {
  const host = await absentHosts(tx).where(inCircle({ circleId }, 'membership')).executeTakeFirst();
  if (!host) return;
  const active = await tx
    .selectFrom('membership')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'membership.person_id')
    .select(['membership.person_id', 'membership.role', 'membership.joined_at'])
    .where(inCircle({ circleId }, 'membership'))
    .where('closed.person_id', 'is', null)
    .execute();
  const next = nextHost(active);
  if (!next) return;
  await makeHost(tx, circleId, host.person_id, next.person_id);
  const before = { personId: host.person_id, isAway: true };
  await tellOfHost(tx, circleId, next.person_id, before);
}
