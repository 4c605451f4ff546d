import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { cardsOfBook } from '#app/cards/queries/of-pages.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** What is read for a session: the milestone it names, else the last due from today until its day. */
export interface ReadFor {
  milestoneId: number | null;
  /** 'YYYY-MM-DD' in the circle's zone; null while none is chosen */
  day: string | null;
}

/** The cards of what the circle reads for a session, as 'deck/card'. */
export async function cardsOfPagesFor(
  member: Member,
  { milestoneId, day }: ReadFor,
  { now = new Date() }: Clock = {},
): Promise<string[]> {
  if (milestoneId === null && day === null) return [];
  const today = todayIn(member.circle.timeZone, now);
  const row = await db
    .selectFrom('milestone')
    .innerJoin('reading', (join) => join.on(joined('reading.id', 'milestone.reading_id')))
    .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
    .select(['milestone.id', 'book.title'])
    .select(({ selectFrom }) => [
      jsonArrayFrom(
        selectFrom('milestone as each')
          .select('each.id')
          .where(joined('each.reading_id', 'reading.id'))
          .orderBy('each.due_on')
          .orderBy('each.id'),
      ).as('milestones'),
      jsonArrayFrom(
        selectFrom('section')
          .leftJoin('milestone_section as due', (join) =>
            join
              .on(joined('due.section_id', 'section.id'))
              .onRef('due.milestone_id', '=', 'milestone.id'),
          )
          .select(['section.kind', 'section.label', 'section.title', 'due.milestone_id'])
          .where(joined('section.book_id', 'book.id'))
          .orderBy('section.position'),
      ).as('sections'),
    ])
    .where(inCircle(member, 'milestone'))
    .$if(milestoneId !== null, (query) => query.where('milestone.id', '=', milestoneId))
    .$if(milestoneId === null, (query) =>
      query
        .leftJoin('reading_end as over', (join) => join.on(joined('over.reading_id', 'reading.id')))
        .where('over.reading_id', 'is', null)
        .where('milestone.due_on', '>=', today)
        .where('milestone.due_on', '<=', day),
    )
    .orderBy('milestone.due_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return [];
  const { title, sections, milestones } = row;
  return cardsOfBook(title, {
    sections,
    read: sections.flatMap(({ milestone_id }, place) => (milestone_id === null ? [] : place)),
    milestone: milestones.findIndex(({ id }) => id === row.id) + 1,
    milestones: milestones.length,
  });
}
