import type { Duty } from '#app/series/rota/rules/turn.ts';
import { writeSession } from '#app/sessions/rows/session-row.server.ts';
import type { Executor, Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';

export type How = 'given' | 'asked' | 'volunteered' | 'swapped' | 'passed' | 'skipped';

/** What a session calls who has a duty. */
const COLUMN = { run: 'facilitator_id', notes: 'note_taker_id' } as const;

export const holderOf = (
  session: { facilitator_id: number | null; note_taker_id: number | null },
  duty: Duty,
): number | null => session[COLUMN[duty]];

/**
 * Holds everybody's membership against leaving until the transaction ends. It is taken after any
 * session: who leaves holds what they were to run first too, and then gives their membership up.
 */
export async function holdMembers(tx: Tx, circle: InCircle): Promise<number[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('person_id')
    .where(inCircle(circle, 'membership'))
    .orderBy('person_id')
    .forKeyShare()
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Who has a duty from now on; null: nobody. */
export const writeDuty = (
  tx: Tx,
  circle: InCircle,
  sessionId: number,
  { duty, personId }: { duty: Duty; personId: number | null },
  now: Date,
) => writeSession(tx, circle, sessionId, now, { [COLUMN[duty]]: personId });

/** Keeps what became of somebody's turn. */
export async function logTurn(
  tx: Executor,
  { circleId }: InCircle,
  turn: { sessionId: number; duty: Duty; personId: number; how: How; by: number | null },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('rota_turn')
    .values({
      ...{ circle_id: circleId, session_id: turn.sessionId, duty: turn.duty },
      ...{ person_id: turn.personId, how: turn.how, by_person_id: turn.by, at },
    })
    .execute();
}
