import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { asSection, type SectionRow, sectionColumns } from '#app/books/rows/sections.server.ts';
import { pagesOf } from '#app/books/rules/pages.ts';
import { sectionsInShort, sectionsInWords } from '#app/books/rules/section-name.ts';
import { placeInPlan } from '#app/reading/plan/rules/plan.ts';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import type { MilestoneChoice } from '#app/reading/queries/readings.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db, type Executor } from '#db/database.server.ts';
import { inCircles, joined } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/** The day it is in the circle's zone. */
export const todayOf = ({ circle }: Member, { now = new Date() }: Clock) =>
  todayIn(circle.timeZone, now);

/** The sections of a milestone, as a correlated subquery. */
function sectionsOfMilestone(from: ExpressionBuilder<DB, 'milestone'>) {
  return from
    .selectFrom('milestone_section')
    .innerJoin('section', (join) => join.on(joined('section.id', 'milestone_section.section_id')))
    .select(sectionColumns)
    .where(joined('milestone_section.milestone_id', 'milestone.id'))
    .orderBy('section.position');
}

/** Readings of the circle with their milestones and sections, in one round trip. */
export const readingRows = ({ circleId }: Member, on?: Executor) => readingRowsIn([circleId], on);

/** The same in circles that the caller holds a proof for. */
export function readingRowsIn(circleIds: readonly number[], on: Executor = db) {
  return on
    .selectFrom('reading')
    .innerJoin('book', (join) =>
      join.on(joined('book.id', 'reading.book_id')).on(inCircles(circleIds, 'book')),
    )
    .leftJoin('reading_end', (join) =>
      join
        .on(joined('reading_end.reading_id', 'reading.id'))
        .on(inCircles(circleIds, 'reading_end')),
    )
    .select([
      'reading.id',
      'reading.circle_id',
      'reading.version',
      'reading.starts_on',
      'reading.ends_on',
      'reading_end.ended_on',
      'book.id as book_id',
      'book.title as book_title',
      'book.subtitle',
      'book.author',
    ])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('milestone')
          .select(['milestone.id', 'milestone.title', 'milestone.due_on'])
          .select((inner) => jsonArrayFrom(sectionsOfMilestone(inner)).as('sections'))
          .where(joined('milestone.reading_id', 'reading.id'))
          .orderBy('milestone.due_on')
          .orderBy('milestone.id'),
      ).as('milestones'),
    )
    .where(inCircles(circleIds, 'reading'));
}

export type ReadingRow = Awaited<ReturnType<ReturnType<typeof readingRows>['execute']>>[number];

export function asReading(row: ReadingRow, today: string): ReadingView {
  const over = row.ended_on !== null || row.ends_on < today;
  const milestones = row.milestones.map((milestone) => ({
    ...milestoneChoice(milestone, row.book_title),
    sections: milestone.sections.map(asSection),
  }));
  const placed = placeInPlan(milestones, row.starts_on, row.ended_on ?? today).map((milestone) =>
    over && milestone.state === 'now' ? { ...milestone, state: 'next' as const } : milestone,
  );
  return {
    id: row.id,
    version: row.version,
    book: {
      id: row.book_id,
      title: row.book_title,
      subtitle: row.subtitle,
      author: row.author,
    },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedOn: row.ended_on,
    state: over ? 'past' : row.starts_on > today ? 'coming' : 'current',
    milestones: placed.map(({ bookTitle: _, ...milestone }) => milestone),
    done: placed.filter(({ state }) => state === 'done').length,
    pages: pagesOf(placed.flatMap(({ sections }) => sections)),
  };
}

export function milestoneChoice(
  milestone: { id: number; title: string; due_on: string; sections: SectionRow[] },
  bookTitle: string,
): MilestoneChoice {
  const sections = milestone.sections.map(asSection);
  return {
    id: milestone.id,
    title: milestone.title,
    dueOn: milestone.due_on,
    // What was due then was moved on when the rest was planned anew.
    words: sectionsInWords(sections) || 'Put off',
    short: sectionsInShort(sections) || 'Put off',
    pages: pagesOf(sections),
    bookTitle,
  };
}
