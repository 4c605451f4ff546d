import type { WallClock } from '#app/time/wall-clock.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { isClosed } from './session-rows.server.ts';

/** A session with its agenda, held against other changes until the transaction ends. */
export async function lockedSession(tx: Tx, circle: InCircle, sessionId: number) {
  const session = await tx
    .selectFrom('session')
    .select([
      'id',
      'version',
      'title',
      'starts_at as startsAt',
      'minutes',
      'place',
      'facilitator_id',
      'note_taker_id',
      'needs',
      'milestone_id',
      'series_id',
      'occurs_on',
    ])
    .select(isClosed)
    .where(inCircle(circle, 'session'))
    .where('id', '=', sessionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!session) return null;
  const [cancelled, agenda] = await together(tx, (at) => [
    at
      .selectFrom('session_cancellation')
      .select('at')
      .where(inCircle(circle, 'session_cancellation'))
      .where('session_id', '=', sessionId)
      .executeTakeFirst(),
    at
      .selectFrom('agenda_item')
      .select(['title', 'minutes', 'deck', 'card', 'position'])
      .where(inCircle(circle, 'agenda_item'))
      .where('session_id', '=', sessionId)
      .orderBy('position')
      .execute(),
  ]);
  return { ...session, cancelled: cancelled ?? null, agenda };
}

/**
 * Writes what changes of a session: editors see a new version, calendars a higher SEQUENCE.
 * @returns the session with its new SEQUENCE
 */
export async function writeSession(
  tx: Tx,
  circle: InCircle,
  sessionId: number,
  now: Date,
  columns: Partial<WallClock> & {
    title?: string;
    minutes?: number;
    place?: string;
    facilitator_id?: number | null;
    note_taker_id?: number | null;
    needs?: number | null;
    needs_asked_at?: Date | null;
    milestone_id?: number | null;
    moved_at?: Date;
    changed_alone?: boolean;
  } = {},
): Promise<{ id: number; sequence: number }> {
  return tx
    .updateTable('session')
    .set((row) => ({
      ...columns,
      changed_at: now,
      version: row('version', '+', 1),
      calendar_sequence: row('calendar_sequence', '+', 1),
    }))
    .where(inCircle(circle, 'session'))
    .where('id', '=', sessionId)
    .returning(['id', 'calendar_sequence as sequence'])
    .executeTakeFirstOrThrow();
}
