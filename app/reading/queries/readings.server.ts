import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member, Viewer } from '#app/access/proofs.ts';
import type { MilestoneView, ReadingView } from '#app/reading/reading-view.ts';
import { pagesOf } from '#app/reading/rules/pages.ts';
import { sectionsInWords } from '#app/reading/rules/section-name.ts';
import { db } from '#db/database.server.ts';
import {
  asReading,
  choiceOf,
  readingRows,
  sectionsOfMilestone,
  todayOf,
} from './reading-rows.server.ts';

export interface Clock {
  now?: Date;
}

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

/** Every reading of the circle, the latest first. A circle reads a few books a year. */
export async function readingsOf(member: Member, clock: Clock = {}): Promise<ReadingView[]> {
  const today = todayOf(member, clock);
  const rows = await readingRows(member).orderBy('reading.starts_on', 'desc').limit(200).execute();
  return rows.map((row) => asReading(row, today));
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
    row.milestones.map((milestone) => choiceOf(milestone, row.book_title)),
  );
}

/** These milestones of the circle by id. Ids of other circles are left out. */
export async function milestonesById(
  member: Member,
  ids: readonly number[],
): Promise<Map<number, MilestoneChoice>> {
  if (ids.length === 0) return new Map();
  const rows = await milestoneRows([member.circleId])
    .where('milestone.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, choiceOf(row, row.book_title)]));
}

/** What is due next in each circle of the viewer, by circle id; nothing for one without a plan. */
export async function dueNextFor(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<Map<number, MilestoneChoice>> {
  if (viewer.memberships.length === 0) return new Map();
  const rows = await milestoneRows(viewer.memberships.map(({ circle }) => circle.id))
    .innerJoin('circle', 'circle.id', 'milestone.circle_id')
    .distinctOn('milestone.circle_id')
    .where(
      sql<boolean>`milestone.due_on >= (${now}::timestamptz at time zone circle.time_zone)::date`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading_end')
            .select('reading_end.reading_id')
            .whereRef('reading_end.circle_id', '=', 'reading.circle_id')
            .whereRef('reading_end.reading_id', '=', 'reading.id'),
        ),
      ),
    )
    .orderBy('milestone.circle_id')
    .orderBy('milestone.due_on')
    .execute();
  return new Map(rows.map((row) => [row.circle_id, choiceOf(row, row.book_title)]));
}

function milestoneRows(circleIds: readonly number[]) {
  return db
    .selectFrom('milestone')
    .innerJoin('reading', (join) =>
      join
        .onRef('reading.circle_id', '=', 'milestone.circle_id')
        .onRef('reading.id', '=', 'milestone.reading_id'),
    )
    .innerJoin('book', (join) =>
      join
        .onRef('book.circle_id', '=', 'reading.circle_id')
        .onRef('book.id', '=', 'reading.book_id'),
    )
    .select([
      'milestone.id',
      'milestone.circle_id',
      'milestone.title',
      'milestone.due_on',
      'book.title as book_title',
    ])
    .select((from) => jsonArrayFrom(sectionsOfMilestone(from)).as('sections'))
    .where('milestone.circle_id', 'in', circleIds);
}

/**
 * What a member reads before `date`: the milestones due from today until that day, joined; null when
 * nothing is due by then.
 */
export async function dueBefore(
  member: Member,
  date: string,
  clock: Clock = {},
): Promise<{ words: string; pages: number; bookTitle: string } | null> {
  const today = todayOf(member, clock);
  const reading = await currentReading(member, clock);
  const due = reading?.milestones.filter(({ dueOn }) => dueOn >= today && dueOn <= date) ?? [];
  if (!reading || due.length === 0) return null;
  const sections = due.flatMap((milestone) => milestone.sections);
  return {
    words: sectionsInWords(sections),
    pages: pagesOf(sections),
    bookTitle: reading.book.title,
  };
}
