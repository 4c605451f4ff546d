import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export interface ListedBook {
  id: number;
  title: string;
  author: string;
  /** how many it has */
  sections: number;
}

/** The circle's books, the latest entered first. */
export const listedBooks = (member: Member) =>
  db
    .selectFrom('book')
    .select(['book.id', 'book.title', 'book.author'])
    .select((from) =>
      from
        .selectFrom('section')
        .select((inner) => inner.fn.countAll<number>().as('sections'))
        .where(joined('section.book_id', 'book.id'))
        .$asScalar()
        .$notNull()
        .as('sections'),
    )
    .where(inCircle(member, 'book'))
    .orderBy('book.id', 'desc')
    .limit(200);
