import { randomUUID } from 'node:crypto';
import { listInCatalogue } from '#app/books/commands/catalogue.server.ts';
import type { SeedBook, SeedSection } from '#app/demo/community/types.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, dayAt } from './days.server.ts';

export interface ReadingPlace {
  readingId: number;
  bookId: number;
  /** id of a section by the title the seed gives it */
  sectionId: (title: string) => number;
  /** in the order of the seed */
  milestoneIds: number[];
}

/** Writes the circle's book and its reading with milestones. */
export async function insertReading(place: CirclePlace, book: SeedBook): Promise<ReadingPlace> {
  const { tx, circleId, circle, anchor, hostId } = place;
  const { startsInDays, endsInDays, milestones } = circle.reading;
  const beforehand = ago(anchor, Math.min(circle.createdDaysAgo, Math.max(0, -startsInDays) + 2));
  const { id: bookId } = await tx
    .insertInto('book')
    .values({
      circle_id: circleId,
      title: book.title,
      subtitle: book.subtitle ?? '',
      author: book.author,
      isbn: book.isbn13 ?? null,
      added_by: hostId,
      created_at: beforehand,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const sectionId = await insertSections(place, bookId, book.sections);
  await listInCatalogue(tx, {
    ...{ title: book.title, subtitle: book.subtitle ?? '', author: book.author },
    ...{ isbn: book.isbn13 ?? null, pages: book.sections.at(-1)?.endPage ?? null },
  });
  const { id: readingId } = await tx
    .insertInto('reading')
    .values({
      circle_id: circleId,
      book_id: bookId,
      starts_on: dayAt(anchor, startsInDays),
      ends_on: dayAt(anchor, endsInDays),
      created_by: hostId,
      created_at: beforehand,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const milestoneIds: number[] = [];
  for (const { title, sections, dueInDays } of milestones) {
    const { id } = await tx
      .insertInto('milestone')
      .values({
        circle_id: circleId,
        reading_id: readingId,
        title,
        due_on: dayAt(anchor, dueInDays),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const member = { circle_id: circleId, reading_id: readingId, milestone_id: id };
    await tx
      .insertInto('milestone_section')
      .values(sections.map((section) => ({ ...member, section_id: sectionId(section) })))
      .execute();
    milestoneIds.push(id);
  }
  return { readingId, bookId, sectionId, milestoneIds };
}

async function insertSections({ tx, circleId }: CirclePlace, bookId: number, all: SeedSection[]) {
  const ids = new Map<string, number>();
  let chapters = 0;
  for (const [position, section] of all.entries()) {
    if (section.kind === 'chapter') chapters++;
    const { id } = await tx
      .insertInto('section')
      .values({
        circle_id: circleId,
        book_id: bookId,
        position,
        ...named(section, chapters),
        kind: section.kind,
        start_page: section.startPage,
        end_page: section.endPage,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(section.title, id);
  }
  return (title: string) => {
    const id = ids.get(title);
    if (id === undefined) throw new Error(`No section is called ${title}.`);
    return id;
  };
}

/** The book's own numbering apart from the title, as a pasted table of contents is read. */
function named({ kind, title }: SeedSection, chapter: number): { label: string; title: string } {
  if (kind === 'chapter') return { label: String(chapter), title };
  const part = /^Part (\w+): (.+)$/.exec(title);
  return part?.[1] && part[2] ? { label: part[1], title: part[2] } : { label: '', title };
}
