import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** What somebody was to run that is to come: whole series, and sessions besides. */
export interface ToRun {
  series: number[];
  sessions: number[];
}

/**
 * Holds what names somebody before their membership goes, and takes their name off it: polls, series,
 * sessions, then members. Everything takes them in this order, as whoever holds one of those tells
 * members of it.
 */
export async function holdWhatNames(
  tx: Tx,
  circle: { circleId: number },
  personId: number,
): Promise<void> {
  await together(tx, (at) => [
    at
      .selectFrom('time_poll')
      .select('id')
      .where(inCircle(circle, 'time_poll'))
      .where('facilitator_id', '=', personId)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute(),
    at
      .selectFrom('series')
      .select('id')
      .where(inCircle(circle, 'series'))
      .where('facilitator_id', '=', personId)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute(),
    at
      .selectFrom('session')
      .select('id')
      .where(inCircle(circle, 'session'))
      .where(({ or, eb }) =>
        or([eb('facilitator_id', '=', personId), eb('note_taker_id', '=', personId)]),
      )
      .orderBy('id')
      .forNoKeyUpdate()
      .execute(),
  ]);
}

/**
 * What is to come that a member was to run. Asked while they are in the circle: with the
 * membership the database takes them off.
 */
export async function sessionsToRun(
  tx: Tx,
  circle: { circleId: number },
  personId: number,
  now: Date,
): Promise<ToRun> {
  const rows = await tx
    .selectFrom('session')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .leftJoin('series', (join) =>
      join
        .on(joined('series.id', 'session.series_id'))
        .onRef('series.facilitator_id', '=', 'session.facilitator_id'),
    )
    .select(['session.id', 'series.id as seriesId'])
    .where(inCircle(circle, 'session'))
    .where('session.facilitator_id', '=', personId)
    .where('session.starts_at', '>', now)
    .where('off.at', 'is', null)
    .orderBy('session.starts_at')
    .execute();
  return {
    series: [...new Set(rows.flatMap(({ seriesId }) => seriesId ?? []))],
    sessions: rows.filter(({ seriesId }) => seriesId === null).map(({ id }) => id),
  };
}

interface Departed {
  circleId: number;
  personId: number;
  /** null when they left by themselves */
  removedBy: number | null;
  toRun: ToRun;
}

/** Tells a circle who is in it no more, and those who set sessions what nobody runs now, a series once. */
export async function tellOfDeparture(
  tx: Tx,
  { circleId, personId, removedBy, toRun }: Departed,
  at: Date,
): Promise<void> {
  const occasion = removedBy === null ? 'person-left' : 'person-removed';
  // Whoever is next, where the circle takes turns.
  await enqueue(tx, 'give-turns', { circleId }, { key: `give-turns:${circleId}` });
  const nobodys = { detail: {}, by: personId, at };
  const whom = { roles: ['facilitator', 'host'] } as const;
  await tellAll(tx, { circleId }, [
    [{ occasion, thing: personId, detail: {}, by: removedBy ?? personId, at }] as ToTell,
    ...toRun.series.map(
      (thing) => [{ occasion: 'series-unrunnable', thing, ...nobodys }, whom] as const,
    ),
    ...toRun.sessions.map(
      (thing) => [{ occasion: 'session-unrunnable', thing, ...nobodys }, whom] as const,
    ),
  ]);
}
