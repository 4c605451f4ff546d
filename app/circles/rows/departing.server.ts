import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/**
 * The sessions to come that a member was to run. Asked while they are in the circle: with the
 * membership the database takes them off.
 */
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

interface Departed {
  circleId: number;
  personId: number;
  /** null when they left by themselves */
  removedBy: number | null;
  /** the sessions to come that they were to run */
  toRun: readonly number[];
}

/** Tells a circle who is in it no more, and those who set sessions which ones nobody runs now. */
export async function tellOfDeparture(
  tx: Tx,
  { circleId, personId, removedBy, toRun }: Departed,
  at: Date,
): Promise<void> {
  const occasion = removedBy === null ? 'person-left' : 'person-removed';
  // Whoever is next, where the circle takes turns.
  await enqueue(tx, 'give-turns', { circleId }, { key: `give-turns:${circleId}` });
  await tellAll(tx, { circleId }, [
    [{ occasion, thing: personId, detail: {}, by: removedBy ?? personId, at }] as ToTell,
    ...toRun.map(
      (thing) =>
        [
          { occasion: 'session-unrunnable', thing, detail: {}, by: personId, at },
          { roles: ['facilitator', 'host'] },
        ] as const,
    ),
  ]);
}
