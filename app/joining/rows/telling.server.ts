import { tellAll } from '#app/notifications/commands/tell.server.ts';
import { tellNewcomer } from '#app/polls/commands/tell-newcomer.server.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Tells a circle who joined, and them which sessions it has set and for which it looks for a time.
 * Called once their seat is theirs.
 */
export const tellOfJoining = (tx: Tx, circleId: number, personId: number, at: Date) => {
  const occasion = `joined:${circleId}:${at.toISOString()}`;
  const mail = { message: 'sessions-set', given: { circleId }, occasion } as const;
  const told = tellAll(tx, { circleId }, [
    [{ occasion: 'person-joined', thing: personId, detail: {}, by: personId, at }],
    [
      { occasion: 'sessions-set', thing: null, detail: {}, by: null, at, mail },
      { only: [personId] },
    ],
  ]);
  return Promise.all([told, tellNewcomer(tx, { circleId }, personId, at)]);
};

/** Tells who stands in line so, and who invited them that they accepted. */
export const tellOfWaiting = (
  tx: Tx,
  circleId: number,
  { placeId, personId }: { placeId: number; personId: number },
  at: Date,
) => {
  const mail = { message: 'waiting', given: { placeId }, occasion: `place:${placeId}` } as const;
  return tellAll(tx, { circleId }, [
    [
      { occasion: 'seat-waiting', thing: placeId, detail: {}, by: personId, at, mail },
      { outside: [personId] },
    ],
    [{ occasion: 'invited-waits', thing: personId, detail: {}, by: personId, at }],
  ]);
};
