import { addressOfWrap } from '#app/seasons/addresses.ts';
import { standingWrap } from '#app/seasons/rows/standing-wrap.server.ts';
import { type Answer, isAnswer } from '#app/seasons/rules/seasons.ts';
import { db } from '#db/database.server.ts';

/** A wrap that is mailed about. */
export interface WrapOf {
  circleId: number;
  readingId: number;
  /** ISO: of the wrap the mail is about; one that was taken back says nothing */
  openedAt: string;
}

type ToMember = WrapOf & { personId: number };

/**
 * What a mail about a wrap says to one member, read when it is sent; null when they left the circle,
 * their account is closed, or the wrap is another by now.
 */
export async function wrapToMail({ circleId, readingId, openedAt, personId }: ToMember) {
  const wrap = await standingWrap(db, { circleId }, readingId, new Date());
  if (!wrap || wrap.openedAt.toISOString() !== openedAt) return null;
  const row = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .innerJoin('reading', (join) =>
      join.onRef('reading.circle_id', '=', 'circle.id').on('reading.id', '=', readingId),
    )
    .innerJoin('book', (join) =>
      join
        .onRef('book.circle_id', '=', 'reading.circle_id')
        .onRef('book.id', '=', 'reading.book_id'),
    )
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .leftJoin('recommitment as mine', (join) =>
      join
        .onRef('mine.circle_id', '=', 'membership.circle_id')
        .onRef('mine.person_id', '=', 'membership.person_id')
        .on('mine.reading_id', '=', readingId),
    )
    .select(['person.name', 'person.email', 'person.time_zone', 'mine.answer'])
    .select(['circle.name as circle', 'circle.slug', 'book.title'])
    .where('membership.circle_id', '=', circleId)
    .where('membership.person_id', '=', personId)
    .where('closed.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    to: { name: row.name, address: row.email },
    zone: row.time_zone,
    circle: row.circle,
    book: row.title,
    path: addressOfWrap(row.slug, readingId),
    answerBy: wrap.answerBy.toISOString(),
    answer: row.answer as Answer | null,
    listOpened: wrap.listOpened,
  };
}

/** Once the list is open, or its day over, there is nothing to answer any more. */
export async function openedToMail(of: ToMember) {
  const mail = await wrapToMail(of);
  if (!mail || mail.listOpened || new Date(mail.answerBy) <= new Date()) return null;
  return mail;
}

/** Nobody who has answered is reminded. */
export async function wrapReminderToMail(of: ToMember) {
  const mail = await openedToMail(of);
  return mail && !isAnswer(mail.answer) ? mail : null;
}
