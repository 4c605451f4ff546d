import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';

/** A series, held against other changes and other makers until the transaction ends. */
export async function lockedSeries(tx: Tx, circle: InCircle, seriesId: number) {
  const series = await tx
    .selectFrom('series')
    .select(['id', 'version', 'title', 'minutes', 'place', 'rule', 'starts_on as startsOn'])
    .select(['at_time as time', 'time_zone as zone', 'facilitator_id as facilitatorId'])
    .select(['until_on as untilOn', 'reading_id as readingId', 'made_until as madeUntil'])
    .select(['ended_at as endedAt', 'created_by as createdBy', 'calendar_sequence as sequence'])
    .where(inCircle(circle, 'series'))
    .where('id', '=', seriesId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return series ?? null;
}

export type SeriesRow = NonNullable<Awaited<ReturnType<typeof lockedSeries>>>;

/**
 * The last day of a series: its own, or that of the reading it ends with; null when it has no end.
 */
export async function lastDay(
  tx: Tx,
  circle: InCircle,
  { untilOn, readingId }: { untilOn: string | null; readingId: number | null },
): Promise<string | null> {
  if (readingId === null) return untilOn;
  const reading = await tx
    .selectFrom('reading')
    .leftJoin('reading_end as ended', (join) =>
      join
        .onRef('ended.circle_id', '=', 'reading.circle_id')
        .onRef('ended.reading_id', '=', 'reading.id'),
    )
    .select(['reading.ends_on', 'ended.ended_on'])
    .where(inCircle(circle, 'reading'))
    .where('reading.id', '=', readingId)
    .executeTakeFirst();
  const ends = reading ? (reading.ended_on ?? reading.ends_on) : null;
  if (ends === null || untilOn === null) return ends ?? untilOn;
  return ends < untilOn ? ends : untilOn;
}
