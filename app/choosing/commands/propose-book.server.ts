import type { Member } from '#app/access/proofs.ts';
import { proposals } from '#app/choosing/limits.server.ts';
import { lockedChoice, standingProposals } from '#app/choosing/rows/choice-row.server.ts';
import { MOST_PROPOSALS } from '#app/choosing/rules/choice.ts';
import { isSameBook } from '#app/choosing/rules/same-book.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** What is proposed: a book the circle has entered, or one that is named. */
export type ProposedBook =
  | { bookId: number; why: string }
  | {
      bookId: null;
      title: string;
      author: string;
      isbn: string | null;
      pages: number | null;
      why: string;
    };

export type BookProposed =
  | { ok: true }
  | { ok: false; reason: 'gone' }
  /** another book was proposed under its key */
  | { ok: false; reason: 'another-first'; title: string; why: string }
  | { ok: false; reason: 'over' | 'full' | 'no-such-book' }
  | { ok: false; reason: 'proposed-already'; title: string; by: 'typed' | 'chosen' };

/** Proposes a book. The same form again changes nothing. */
export async function proposeBook(
  member: Member,
  choiceId: number,
  { submissionKey, ...book }: ProposedBook & { submissionKey: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<BookProposed> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, member, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    const before = await tx
      .selectFrom('book_proposal')
      .select(['title', 'why', 'submission_digest as digest'])
      .where(inCircle(member, 'book_proposal'))
      .where('proposed_by', '=', personId)
      .where('submission_key', '=', submissionKey)
      .executeTakeFirst();
    if (before) {
      const { digest, title, why } = before;
      return isSameForm(digest, contentOf(choiceId, book))
        ? { ok: true }
        : { ok: false, reason: 'another-first', title, why };
    }
    if (choice.state !== 'open') return { ok: false, reason: 'over' };
    const named = book.bookId === null ? book : await enteredBook(tx, member, book.bookId);
    if (!named) return { ok: false, reason: 'no-such-book' };
    const standing = await standingProposals(tx, choice);
    const same = standing.find((other) => isSameBook(other, named));
    if (same) {
      const by = book.bookId === null ? 'typed' : 'chosen';
      return { ok: false, reason: 'proposed-already', title: same.title, by };
    }
    if (standing.length >= MOST_PROPOSALS) return { ok: false, reason: 'full' };
    await tx
      .insertInto('book_proposal')
      .values({
        circle_id: circleId,
        choice_id: choiceId,
        proposed_by: personId,
        title: named.title,
        author: named.author,
        isbn: named.isbn,
        pages: named.pages,
        why: book.why,
        book_id: book.bookId,
        proposed_at: now,
        submission_key: submissionKey,
        submission_digest: digestOf(contentOf(choiceId, book)),
      })
      .execute();
    await proposals.count(tx, personId);
    return { ok: true };
  });
}

const contentOf = (choiceId: number, book: ProposedBook) =>
  book.bookId === null
    ? [choiceId, book.title, book.author, book.isbn, book.pages, book.why]
    : [choiceId, book.bookId, book.why];

async function enteredBook(tx: Tx, member: Member, bookId: number) {
  return tx
    .selectFrom('book')
    .leftJoin('section', (join) => join.on(joined('section.book_id', 'book.id')))
    .select(['book.id as bookId', 'book.title', 'book.author', 'book.isbn'])
    .select(({ fn }) => fn.max('section.end_page').as('pages'))
    .where(inCircle(member, 'book'))
    .where('book.id', '=', bookId)
    .groupBy('book.id')
    .executeTakeFirst();
}
