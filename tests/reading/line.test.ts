import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import {
  furthest,
  nothingSaid,
  type SaidProgress,
  withinLine,
} from '#app/reading/progress/rules/line.ts';
import { todayIn } from '#app/time/days.ts';
import { databasePool, db } from '#db/database.server.ts';
import { circleOf } from '#tests/support/cast.ts';

type Pages = [start: number | null, end: number | null];

const book: Pages[] = [
  [1, 8],
  [9, 10],
  [11, 34],
  [null, null],
  [35, 72],
  [75, 85],
  [86, 110],
  [111, null],
];
const noPages: Pages[] = Array.from({ length: 8 }, () => [null, null]);

const plan = { due: [1, 3, 5], planned: [1, 3, 5, 6, 7, 8] };
const said = (what: Partial<SaidProgress>): SaidProgress => ({ ...nothingSaid, ...what });

const cases: [string, Pages[], SaidProgress, number[]][] = [
  [
    'nothing said: what is due, and what the plan passes over before it',
    book,
    nothingSaid,
    [1, 2, 3, 4, 5],
  ],
  ['one section marked, and no other', book, said({ read: [6] }), [6]],
  ['a page in the middle of a section', book, said({ page: 40 }), [1, 2, 3]],
  ['the last page of a section', book, said({ page: 72 }), [1, 2, 3, 4, 5]],
  ['a page and a mark', book, said({ page: 10, read: [6] }), [1, 2, 6]],
  ['a percent, as a share of the last page', book, said({ percent: 50 }), [1, 2, 3]],
  ['99 percent', book, said({ percent: 99 }), [1, 2, 3, 4, 5, 6]],
  ['all of it', book, said({ percent: 100 }), [1, 2, 3, 4, 5, 6, 7, 8]],
  ['not begun', book, said({ percent: 0 }), []],
  ['a percent of a book without pages', noPages, said({ percent: 50 }), [1, 2, 3, 4]],
  ['a page of a book without pages', noPages, said({ page: 50 }), []],
  ['all of a book without pages', noPages, said({ percent: 100 }), [1, 2, 3, 4, 5, 6, 7, 8]],
];

const sectionsOf = (pages: Pages[]) =>
  pages.map(([startPage, endPage], index) => ({ id: index + 1, startPage, endPage }));

describe('the line', () => {
  test.each(cases)('%s', (_, pages, what, within) => {
    expect([...withinLine(sectionsOf(pages), what, plan)]).toEqual(within);
  });

  test('its furthest section is the last in the book’s order', () => {
    const sections = sectionsOf(book);
    expect(furthest(sections, new Set([6, 2]))?.id).toBe(6);
    expect(furthest(sections, new Set())).toBeNull();
  });
});

describe('the line in SQL', () => {
  let host: Member;
  beforeAll(async () => {
    ({ host } = await circleOf());
  });
  const now = new Date('2026-11-22T10:00:00Z');

  /** A reading of such a book with the plan, and what the host said. @returns numbers from 1 */
  async function within(
    pages: Pages[],
    { read, page, percent }: SaidProgress,
    endsOn = '2026-12-16',
  ) {
    const circle_id = host.circleId;
    const by = { added_by: host.personId, submission_key: randomUUID() };
    const id = 'id' as const;
    const { id: book_id } = await db
      .insertInto('book')
      .values({ circle_id, title: 'A book', ...by })
      .returning(id)
      .executeTakeFirstOrThrow();
    const sections = await db
      .insertInto('section')
      .values(
        pages.map(([start_page, end_page], position) => ({
          ...{ circle_id, book_id, position, start_page, end_page },
          title: `Section ${position + 1}`,
        })),
      )
      .returning(id)
      .execute();
    const { id: reading_id } = await db
      .insertInto('reading')
      .values({
        ...{ circle_id, book_id, starts_on: '2026-10-20', ends_on: endsOn },
        ...{ created_by: host.personId, submission_key: randomUUID() },
      })
      .returning(id)
      .executeTakeFirstOrThrow();
    const idOf = (number: number) => sections[number - 1]?.id ?? 0;
    const rest = plan.planned.filter((number) => !plan.due.includes(number));
    // Due today is not yet behind the circle.
    for (const [due_on, numbers] of [
      ['2026-11-21', plan.due],
      ['2026-11-22', rest],
    ] as const) {
      const { id: milestone_id } = await db
        .insertInto('milestone')
        .values({ circle_id, reading_id, due_on })
        .returning(id)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('milestone_section')
        .values(
          numbers.map((number) => ({
            ...{ circle_id, reading_id, milestone_id, section_id: idOf(number) },
          })),
        )
        .execute();
    }
    const mine = { circle_id, reading_id, person_id: host.personId };
    if (page !== null || percent !== null) {
      await db
        .insertInto('place_reached')
        .values({ ...mine, page, percent })
        .execute();
    }
    for (const number of read) {
      await db
        .insertInto('section_read')
        .values({ ...mine, section_id: idOf(number) })
        .execute();
    }
    const text = sectionsByLine({ circle: '$1', person: '$2', today: '$3' });
    const values = [circle_id, host.personId, todayIn('Europe/Madrid', now)];
    const { rows } = await databasePool().query<{ id: number; beyond: boolean }>(text, values);
    const beyond = new Set(rows.flatMap((row) => (row.beyond ? row.id : [])));
    return sections.flatMap((section, index) => (beyond.has(section.id) ? [] : index + 1));
  }

  test.each(cases)('%s', async (_, pages, what, numbers) => {
    expect(await within(pages, what)).toEqual(numbers);
  });

  test('a reading that is over hides nothing', async () => {
    expect(await within(book, said({ percent: 0 }), '2026-11-21')).toHaveLength(book.length);
  });
});
