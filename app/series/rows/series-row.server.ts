import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/** A series, held against other changes and other makers until the transaction ends. */
export async function lockedSeries(tx: Tx, circle: InCircle, seriesId: number) {
  const series = await tx
    .selectFrom('series')
    .select(['id', 'version', 'title', 'minutes', 'place', 'rule', 'starts_on as startsOn'])
    .select(['at_time as time', 'time_zone as zone', 'facilitator_id as facilitatorId'])
    .select(['until_on as untilOn', 'reading_id as readingId', 'made_until as madeUntil'])
    .select(['ended_at as endedAt', 'created_by as createdBy', 'calendar_sequence as sequence'])
    .select('book_ends_on as bookEndsOn')
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
  return firstOf(untilOn, await endOfBook(tx, circle, readingId));
}

/** The last day of a reading: the one it ended on, or that of its plan; null for none. */
export async function endOfBook(
  tx: Tx,
  circle: InCircle,
  readingId: number | null,
): Promise<string | null> {
  if (readingId === null) return null;
  const reading = await tx
    .selectFrom('reading')
    .leftJoin('reading_end as ended', (join) => join.on(joined('ended.reading_id', 'reading.id')))
    .select(['reading.ends_on', 'ended.ended_on'])
    .where(inCircle(circle, 'reading'))
    .where('reading.id', '=', readingId)
    .executeTakeFirst();
  return reading ? (reading.ended_on ?? reading.ends_on) : null;
}

/** The first of two days; of one and none, that one. */
export function firstOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
