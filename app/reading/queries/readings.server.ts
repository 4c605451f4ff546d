import type { Member } from '#app/access/proofs.ts';
import {
  asReading,
  milestoneChoice,
  readingRows,
  todayOf,
} from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { ongoingIn } from './ongoing-readings.server.ts';
import type { MilestoneView, ReadingView } from './reading-view.ts';

/** What the circle reads now, else what it reads next; null when nothing is planned. */
export async function currentReading(
  member: Member,
  clock: Clock = {},
): Promise<ReadingView | null> {
  const today = todayOf(member, clock);
  const row = await readingRows(member)
    .where('reading_end.reading_id', 'is', null)
    .where('reading.ends_on', '>=', today)
    .orderBy('reading.starts_on')
    .limit(1)
    .executeTakeFirst();
  return row ? asReading(row, today) : null;
}

/** One reading of the circle. */
export async function readingOf(
  member: Member,
  readingId: number,
  clock: Clock = {},
): Promise<ReadingView | null> {
  const row = await readingRows(member).where('reading.id', '=', readingId).executeTakeFirst();
  return row ? asReading(row, todayOf(member, clock)) : null;
}

/** Whether somebody ended this reading and nothing newer has begun: then it can be taken up again. */
export async function isLatestEnded(
  member: Member,
  reading: Pick<ReadingView, 'endedOn' | 'startsOn'>,
  clock: Clock = {},
): Promise<boolean> {
  if (reading.endedOn === null) return false;
  const newer = await db
    .selectFrom('reading')
    .select('id')
    .where(inCircle(member, 'reading'))
    .where('starts_on', '>', reading.startsOn)
    .where('starts_on', '<=', todayOf(member, clock))
    .limit(1)
    .executeTakeFirst();
  return newer === undefined;
}

/** What the circle reads and will read, in order. */
export async function readingsAhead(member: Member, clock: Clock = {}): Promise<ReadingView[]> {
  const today = todayOf(member, clock);
  return (await ongoingIn(member, clock)).map((row) => asReading(row, today));
}

/** A milestone as another room needs it: what is read for it, and by when. */
export type MilestoneChoice = Pick<
  MilestoneView,
  'id' | 'title' | 'dueOn' | 'words' | 'short' | 'pages'
> & { bookTitle: string };

/** Milestones of the readings that are not over, in order: for choosing one. */
export async function milestonesOf(member: Member, clock: Clock = {}): Promise<MilestoneChoice[]> {
  const rows = await readingRows(member)
    .where('reading_end.reading_id', 'is', null)
    .where('reading.ends_on', '>=', todayOf(member, clock))
    .orderBy('reading.starts_on')
    .execute();
  return rows.flatMap((row) =>
    row.milestones.map((milestone) => milestoneChoice(milestone, row.book_title)),
  );
}
