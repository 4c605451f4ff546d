import { type RawBuilder, sql } from 'kysely';
import { db } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

interface Mailed {
  personId: number;
  /** when they are mailed it */
  at: Date;
  /** it is taken out of their calendar */
  isCancelled?: boolean | undefined;
}

/** By the id of what is mailed: the SEQUENCE it has in this person’s calendar. */
export type Sequences = ReadonlyMap<number, number>;

/**
 * Keeps that somebody’s calendar is told of sessions, or of their end. It is kept before the mail is
 * sent: one whose calendar was told too little would hold what is off for ever. Whatever a calendar
 * is told has a higher SEQUENCE than what it was told before, also when a mail is tried again, or
 * somebody comes back. One of a series counts with its series, where they hold that.
 */
export function keepInvited(
  { circleId }: InCircle,
  sessionIds: readonly number[],
  { personId, at, isCancelled = false }: Mailed,
): Promise<Sequences> {
  const over = isCancelled ? at : null;
  return sequencesOf(sql`
    with told as (
      select s.id, s.calendar_sequence, held.series_id
      from session s
      left join series_invited held on held.circle_id = s.circle_id
        and held.series_id = s.series_id and held.person_id = ${personId}
        and held.cancelled_at is null
      where s.circle_id = ${circleId} and s.id = any(${[...sessionIds]}::bigint[])
    ), alone as (
      insert into session_invited as kept
        (circle_id, session_id, person_id, sequence, at, cancelled_at)
      select ${circleId}::bigint, id, ${personId}::bigint, calendar_sequence, ${at}::timestamptz,
        ${over}::timestamptz
      from told where series_id is null
      on conflict (circle_id, session_id, person_id) do update
      set sequence = greatest(excluded.sequence, kept.sequence + 1), at = excluded.at,
        cancelled_at = excluded.cancelled_at
      returning session_id, sequence
    ), together as (
      update series_invited i set sequence = i.sequence + 1, at = ${at}
      where i.circle_id = ${circleId} and i.person_id = ${personId}
        and i.series_id in (select series_id from told)
      returning i.series_id, i.sequence
    )
    select told.id, coalesce(alone.sequence, together.sequence) as sequence
    from told
    left join alone on alone.session_id = told.id
    left join together on together.series_id = told.series_id`);
}

/** The same of series. */
export function keepInvitedToSeries(
  { circleId }: InCircle,
  seriesIds: readonly number[],
  { personId, at, isCancelled = false }: Mailed,
): Promise<Sequences> {
  const over = isCancelled ? at : null;
  return sequencesOf(sql`
    insert into series_invited as kept (circle_id, series_id, person_id, sequence, at, cancelled_at)
    select ${circleId}::bigint, s.id, ${personId}::bigint, s.calendar_sequence, ${at}::timestamptz,
      ${over}::timestamptz
    from series s where s.circle_id = ${circleId} and s.id = any(${[...seriesIds]}::bigint[])
    on conflict (circle_id, series_id, person_id) do update
    set sequence = greatest(excluded.sequence, kept.sequence + 1), at = excluded.at,
      cancelled_at = excluded.cancelled_at
    returning series_id as id, sequence`);
}

async function sequencesOf(statement: RawBuilder<unknown>): Promise<Sequences> {
  const told = statement as RawBuilder<{ id: number; sequence: number }>;
  const { rows } = await told.execute(db);
  return new Map(rows.map(({ id, sequence }) => [id, sequence]));
}
