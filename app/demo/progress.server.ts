import { inCircle } from '#db/in-circle.server.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago } from './days.server.ts';
import type { ReadingPlace } from './reading.server.ts';

/** Writes how far each member says they are. */
export async function insertProgress(
  { tx, circleId, circle, anchor, personId }: CirclePlace,
  { readingId, bookId, sectionId }: ReadingPlace,
): Promise<void> {
  const at = ago(anchor, 1.2);
  for (const { person, readUpTo, page, percent, shares } of circle.reading.progress) {
    const who = { circle_id: circleId, person_id: personId(person) };
    const mine = { ...who, reading_id: readingId };
    if (readUpTo !== undefined) {
      const read = await tx
        .selectFrom('section')
        .select('id')
        .where(inCircle({ circleId }, 'section'))
        .where('book_id', '=', bookId)
        .where('id', '<=', sectionId(readUpTo))
        .execute();
      await tx
        .insertInto('section_read')
        .values(read.map(({ id }) => ({ ...mine, section_id: id, read_at: at })))
        .execute();
    } else {
      await tx
        .insertInto('place_reached')
        .values({ ...mine, page, percent, reached_at: at })
        .execute();
    }
    if (shares) {
      await tx
        .insertInto('progress_sharing')
        .values({ ...who, since: at })
        .execute();
    }
  }
}
