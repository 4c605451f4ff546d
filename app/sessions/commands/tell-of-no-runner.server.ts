import { tellAll } from '#app/notifications/commands/tell.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** Tells those who set sessions that whoever was to run these can't. */
export const tellOfNoRunner = (
  tx: Tx,
  circle: { circleId: number },
  sessionIds: readonly number[],
  personId: number,
  now: Date,
): Promise<void> =>
  tellAll(
    tx,
    circle,
    sessionIds.map((thing) => [
      { occasion: 'session-unrunnable', thing, detail: {}, by: personId, at: now },
      { roles: ['facilitator', 'host'] },
    ]),
  );

/** The sessions to come that a member was to run; to be asked before they are in the circle no more. */
export async function sessionsToRun(
  tx: Tx,
  circle: { circleId: number },
  personId: number,
  now: Date,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('session')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .select('session.id')
    .where(inCircle(circle, 'session'))
    .where('session.facilitator_id', '=', personId)
    .where('session.starts_at', '>', now)
    .where('off.at', 'is', null)
    .orderBy('session.starts_at')
    .execute();
  return rows.map(({ id }) => id);
}
