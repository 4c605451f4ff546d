import type { SeedBook, SeedSeason } from '#app/demo/community/types.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago } from './days.server.ts';
import { insertReading } from './reading.server.ts';
import type { HtmlOf } from './rendered.server.ts';

/** Writes a book the circle has finished, what its members took from it, and who stayed. */
export async function insertSeason(
  place: CirclePlace,
  season: SeedSeason,
  book: SeedBook,
  htmlOf: HtmlOf,
): Promise<void> {
  const { tx, circleId, circle, anchor, personId } = place;
  const read = { ...place, circle: { ...circle, reading: season.reading } };
  const { readingId } = await insertReading(read, book);
  const of = { circle_id: circleId, reading_id: readingId };
  await tx
    .insertInto('wrap')
    .values({
      ...of,
      opened_at: ago(anchor, season.openedDaysAgo),
      answer_by: ago(anchor, season.openedDaysAgo - season.answerInDays),
      time_zone: circle.timeZone,
    })
    .execute();
  for (const { by, daysAgo, body } of season.takeaways) {
    await tx
      .insertInto('takeaway')
      .values({
        ...of,
        person_id: personId(by),
        body,
        body_html: htmlOf(body),
        written_at: ago(anchor, daysAgo),
      })
      .execute();
  }
  const opened = ago(anchor, season.listOpenedDaysAgo);
  for (const person of season.staying) {
    await tx
      .insertInto('recommitment')
      .values({ ...of, person_id: personId(person), answer: 'staying', answered_at: opened })
      .execute();
  }
  await tx
    .insertInto('list_opening')
    .values({ ...of, at: opened })
    .execute();
}
