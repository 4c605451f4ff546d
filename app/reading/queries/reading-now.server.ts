import type { Viewer } from '#app/access/proofs.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { asSection, sectionColumns } from '#app/books/rows/sections.server.ts';
import { planSoFar } from '#app/reading/progress/queries/own-progress.server.ts';
import { nothingSaid, type SaidProgress, withinLine } from '#app/reading/progress/rules/line.ts';
import { type NextToRead, nextToRead } from '#app/reading/progress/rules/next-to-read.ts';
import {
  asReading,
  type ReadingRow,
  readingRowsIn,
} from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

/** What a viewer reads for in one of their circles. */
export interface ReadingNow extends Omit<NextToRead, 'dueOn'> {
  circle: { slug: string; name: string };
  readingId: number;
  /** null once it is past: nobody is told that they are late */
  dueOn: string | null;
}

/**
 * What the viewer reads for now in each of their circles, what is due first coming first; nothing of
 * a circle whose plan is behind them whole. Two round trips' time, whatever the number of circles.
 */
export async function readingsNow(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<ReadingNow[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const todayOf = ({ circle_id }: ReadingRow) =>
    todayIn(circles.get(circle_id)?.timeZone ?? 'UTC', now);
  const rows = await readingRowsIn([...circles.keys()])
    .where('reading_end.reading_id', 'is', null)
    .where('reading.ends_on', '>=', earliestDay(now))
    .orderBy('reading.starts_on')
    .execute();
  const planned = rows.filter((row) => row.ends_on >= todayOf(row));
  const current = [...circles.keys()]
    .flatMap((id) => planned.find((row) => row.circle_id === id) ?? [])
    .filter((row) => row.starts_on <= todayOf(row));
  if (current.length === 0) return [];
  const [said, sections] = await Promise.all([saidBy(viewer, current), sectionsOfBooks(current)]);
  const found = current.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    const today = todayOf(row);
    const all = sections.get(row.book_id) ?? [];
    const reading = asReading(row, today);
    const within = withinLine(all, said.get(row.id) ?? nothingSaid, planSoFar(reading, today));
    const next = nextToRead(reading.milestones, all, within);
    return circle && next ? [{ circle, readingId: row.id, next, today }] : [];
  });
  return found
    .sort((a, b) => (a.next.dueOn < b.next.dueOn ? -1 : 1))
    .map(({ circle, readingId, next, today }) => ({
      ...next,
      circle: { slug: circle.slug, name: circle.name },
      readingId,
      dueOn: next.dueOn < today ? null : next.dueOn,
    }));
}

/** The day it still is somewhere. */
const earliestDay = (now: Date) => todayIn('Etc/GMT+12', now);

/** What the viewer has said of these readings, by reading. */
async function saidBy(
  { personId }: Viewer,
  readings: readonly ReadingRow[],
): Promise<Map<number, SaidProgress>> {
  const circleIds = readings.map(({ circle_id }) => circle_id);
  const ids = readings.map(({ id }) => id);
  const [places, marks] = await Promise.all([
    db
      .selectFrom('place_reached')
      .select(['reading_id', 'page', 'percent'])
      .where('circle_id', 'in', circleIds)
      .where('reading_id', 'in', ids)
      .where('person_id', '=', personId)
      .execute(),
    db
      .selectFrom('section_read')
      .select(['reading_id', 'section_id'])
      .where('circle_id', 'in', circleIds)
      .where('reading_id', 'in', ids)
      .where('person_id', '=', personId)
      .execute(),
  ]);
  return new Map(
    ids.map((id) => {
      const place = places.find(({ reading_id }) => reading_id === id);
      const read = marks.flatMap((mark) => (mark.reading_id === id ? [mark.section_id] : []));
      return [id, { read, page: place?.page ?? null, percent: place?.percent ?? null }];
    }),
  );
}

/** The sections of the books that are read, by book, in the book's order. */
async function sectionsOfBooks(
  readings: readonly ReadingRow[],
): Promise<Map<number, SectionView[]>> {
  const rows = await db
    .selectFrom('section')
    .select(['section.book_id', ...sectionColumns])
    .where(
      'section.circle_id',
      'in',
      readings.map(({ circle_id }) => circle_id),
    )
    .where(
      'section.book_id',
      'in',
      readings.map(({ book_id }) => book_id),
    )
    .orderBy('section.position')
    .execute();
  const sections = new Map(readings.map(({ book_id }) => [book_id, [] as SectionView[]]));
  for (const row of rows) sections.get(row.book_id)?.push(asSection(row));
  return sections;
}
