import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { asSection, sectionColumns } from '#app/books/rows/sections.server.ts';
import type { PlanMore } from '#app/reading/queries/reading-view.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/** The pauses of each reading of a select, as a column of it. */
export const pausesIn = (from: ExpressionBuilder<DB, 'reading'>) =>
  jsonArrayFrom(
    from
      .selectFrom('reading_pause as pause')
      .select(['pause.from_on as from', 'pause.to_on as to', 'pause.label'])
      .where(joined('pause.reading_id', 'reading.id'))
      .orderBy('pause.from_on')
      .orderBy('pause.id'),
  ).as('pauses');

/** What the circle's plans say beside their milestones. */
export const moreRows = (member: Member) =>
  db
    .selectFrom('reading')
    .select(['reading.recap_on as recapOn', 'reading.wrap_on as wrapOn'])
    .select((from) => [
      pausesIn(from),
      jsonArrayFrom(
        from
          .selectFrom('optional_section as optional')
          .innerJoin('section', (join) => join.on(joined('section.id', 'optional.section_id')))
          .select(sectionColumns)
          .where(joined('optional.reading_id', 'reading.id'))
          .orderBy('section.position'),
      ).as('optional'),
    ])
    .where(inCircle(member, 'reading'));

type MoreRow = Awaited<ReturnType<ReturnType<typeof moreRows>['execute']>>[number];

export const asMore = ({ optional, ...more }: MoreRow): PlanMore => ({
  ...more,
  optional: optional.map(asSection),
});
