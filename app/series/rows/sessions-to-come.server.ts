import { setSessionReminder, takeBackReminder } from '#app/sessions/rows/session-jobs.server.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/** The sessions of a series that have not begun, held against other changes, by day. */
export async function sessionsToCome(tx: Tx, circle: InCircle, seriesId: number, now: Date) {
  // In the order of their numbers, as whoever else holds several does.
  const held = await tx
    .selectFrom('session')
    .select('id')
    .where(inCircle(circle, 'session'))
    .where('series_id', '=', seriesId)
    .where('starts_at', '>', now)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (held.length === 0) return [];
  const rows = await tx
    .selectFrom('session')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .select(['session.id', 'session.occurs_on', 'session.starts_at as startsAt'])
    .select(['session.changed_alone as isAlone', 'session.facilitator_id as facilitatorId'])
    .select(['session.title', 'session.minutes', 'session.place', 'off.at as offAt'])
    .select('off.of_series as isOffWithSeries')
    .where(inCircle(circle, 'session'))
    .where(
      'session.id',
      'in',
      held.map(({ id }) => id),
    )
    .orderBy('session.occurs_on')
    .execute();
  return rows.map(({ occurs_on, ...row }) => ({ ...row, day: occurs_on ?? '' }));
}

export type ToCome = Awaited<ReturnType<typeof sessionsToCome>>[number];

/** Calls sessions off because of what became of their series; nobody is told of each. */
export async function dropSessions(
  tx: Tx,
  { circleId }: InCircle,
  ids: readonly number[],
  { reason, by, at }: { reason: string; by: number; at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await together(tx, (on) => [
    on
      .insertInto('session_cancellation')
      .values(
        ids.map((id) => ({
          ...{ circle_id: circleId, session_id: id, reason, by_person_id: by, at },
          of_series: true,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
    on
      .updateTable('session')
      .set((row) => ({
        changed_at: at,
        version: row('version', '+', 1),
        calendar_sequence: row('calendar_sequence', '+', 1),
      }))
      .where(inCircle({ circleId }, 'session'))
      .where('id', 'in', ids)
      .execute(),
    ...ids.map((id) => takeBackReminder(on, id)),
  ]);
}

/** Takes back that they are off: with the answers they had, and their reminders. */
export async function holdSessions(
  tx: Tx,
  circle: InCircle,
  sessions: readonly Pick<ToCome, 'id' | 'startsAt'>[],
  now: Date,
): Promise<void> {
  if (sessions.length === 0) return;
  const ids = sessions.map(({ id }) => id);
  await together(tx, (on) => [
    on
      .deleteFrom('session_cancellation')
      .where(inCircle(circle, 'session_cancellation'))
      .where('session_id', 'in', ids)
      .execute(),
    on
      .updateTable('session')
      .set((row) => ({
        changed_at: now,
        version: row('version', '+', 1),
        calendar_sequence: row('calendar_sequence', '+', 1),
      }))
      .where(inCircle(circle, 'session'))
      .where('id', 'in', ids)
      .execute(),
    ...sessions.map(({ id, startsAt }) => setSessionReminder(on, id, startsAt, now)),
  ]);
}
