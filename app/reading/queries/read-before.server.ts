import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { asSection } from '#app/books/rows/sections.server.ts';
import { pagesOf } from '#app/books/rules/pages.ts';
import { sectionsInWords } from '#app/books/rules/section-name.ts';
import { type ReadingRow, readingRowsIn } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { inCircles } from '#db/in-circle.server.ts';
import type { OngoingReading } from './ongoing-readings.server.ts';

/** A meeting to read for. */
export interface Meeting {
  circleId: number;
  /** the milestone it names */
  milestoneId: number | null;
  /** its day in the circle's zone, 'YYYY-MM-DD' */
  day: string;
}

export interface ReadBefore {
  /** 'Chapters 4 and 5' */
  words: string;
  pages: number;
  bookTitle: string;
}

/**
 * What is read before each of these meetings, in their order and in one round trip: the milestone
 * it names, else those due from today until its day, joined; null when nothing is, or when the
 * circle is not the viewer's.
 * @param clock.ongoing the readings of these circles, where they are asked for anyway: only what is
 * over is looked for then
 */
export async function readBefore(
  viewer: Viewer,
  meetings: readonly Meeting[],
  { now = new Date(), ongoing }: Clock & { ongoing?: readonly OngoingReading[] | undefined } = {},
): Promise<(ReadBefore | null)[]> {
  const zones = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle.timeZone]));
  const theirs = meetings.filter(({ circleId }) => zones.has(circleId));
  if (theirs.length === 0) return meetings.map(() => null);
  const todays = new Map(
    theirs.map(({ circleId }) => [circleId, todayIn(zones.get(circleId) ?? 'UTC', now)]),
  );
  const isThere = ({ milestoneId }: Meeting) =>
    milestoneId === null ||
    ongoing?.some(({ milestones }) => milestones.some(({ id }) => id === milestoneId));
  const wanted = ongoing ? theirs.filter((meeting) => !isThere(meeting)) : theirs;
  const readings = [
    ...(ongoing ?? []),
    ...(wanted.length > 0 ? await rowsFor(wanted, [...todays.values()].sort()[0] ?? '') : []),
  ];
  return meetings.map(({ circleId, milestoneId, day }) => {
    const today = todays.get(circleId) ?? '';
    const own = readings.filter((reading) => reading.circle_id === circleId);
    if (milestoneId !== null) {
      const reading = own.find(({ milestones }) => milestones.some(({ id }) => id === milestoneId));
      return reading ? toRead(reading, ({ id }) => id === milestoneId) : null;
    }
    const current = own.find((reading) => reading.ended_on === null && reading.ends_on >= today);
    return current ? toRead(current, ({ due_on }) => due_on >= today && due_on <= day) : null;
  });
}

/** The readings that these meetings may be about: those that go on, and those they name. */
function rowsFor(meetings: readonly Meeting[], today: string): Promise<ReadingRow[]> {
  const named = meetings.flatMap(({ milestoneId }) => milestoneId ?? []);
  const circleIds = meetings.map(({ circleId }) => circleId);
  return readingRowsIn(circleIds)
    .where(({ eb, or, and, selectFrom }) =>
      or([
        and([eb('reading_end.reading_id', 'is', null), eb('reading.ends_on', '>=', today)]),
        // As an array it is looked up once, and the statement is planned once.
        sql<SqlBool>`reading.id = any(array(${selectFrom('milestone as named')
          .select('named.reading_id')
          .where(inCircles(circleIds, 'named'))
          .where(sql<SqlBool>`named.id = any(${named}::bigint[])`)}))`,
      ]),
    )
    .orderBy('reading.starts_on')
    .execute();
}

function toRead(
  { milestones, book_title }: ReadingRow,
  wanted: (milestone: ReadingRow['milestones'][number]) => boolean,
): ReadBefore | null {
  const chosen = milestones.filter(wanted);
  if (chosen.length === 0) return null;
  const sections = chosen.flatMap((milestone) => milestone.sections.map(asSection));
  return { words: sectionsInWords(sections), pages: pagesOf(sections), bookTitle: book_title };
}
