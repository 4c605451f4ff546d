import { sql } from 'kysely';
import type { Tx } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

/**
 * Holds a session as whoever moves or cancels it does, until the transaction ends. It is held before a
 * round of it and before asks, by everything: then nothing waits crosswise.
 */
export async function holdSession(
  tx: Tx,
  { circleId }: InCircle,
  sessionId: number,
): Promise<void> {
  await sql`
    select from session where circle_id = ${circleId} and id = ${sessionId}
    for no key update`.execute(tx);
}
