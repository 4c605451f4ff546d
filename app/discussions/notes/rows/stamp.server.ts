import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { About } from '#app/discussions/forms.ts';
import { furthestRead } from '#app/reading/progress/queries/own-progress.server.ts';
import { isMissingParent, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/**
 * The section a new note is about: what its author chose, else its thread's, else as far as its
 * author says to have read. Null when it gives nothing away.
 */
export async function stampOf(
  tx: Tx,
  member: Member,
  about: About,
  ofThread: number | null,
  now: Date,
): Promise<number | null> {
  if (about === 'none') return null;
  return about ?? ofThread ?? (await furthestRead(tx, member, { now }));
}

/** Whether the section that was chosen, if one was, is of the circle's books. */
export async function aboutInCircle(tx: Tx, member: Member, about: About): Promise<boolean> {
  if (about === null || about === 'none') return true;
  const row = await tx
    .selectFrom('section')
    .select('id')
    .where(inCircle(member, 'section'))
    .where('id', '=', about)
    // Until this is written its book keeps it.
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The same, or the furthest section of the notes that a note quotes where that is further: who is not
 * to read them yet is not to read them in it either. One of another book counts as further.
 */
export async function stampWithQuotes(
  tx: Tx,
  member: Member,
  sectionId: number | null,
  quotes: readonly number[],
): Promise<number | null> {
  if (quotes.length === 0) return sectionId;
  const [furthest, own] = await together(tx, (at) => [
    at
      .selectFrom('note')
      .innerJoin('section', (join) => join.on(joined('section.id', 'note.section_id')))
      .select(['section.id', 'section.book_id', 'section.position'])
      .where(inCircle(member, 'note'))
      .where('note.id', '=', sql<number>`any(${quotes}::bigint[])`)
      .orderBy('section.position', 'desc')
      .limit(1)
      .executeTakeFirst(),
    at
      .selectFrom('section')
      .select(['book_id', 'position'])
      .where(inCircle(member, 'section'))
      .where('id', '=', sectionId)
      .executeTakeFirst(),
  ]);
  if (!furthest) return sectionId;
  const further = own?.book_id !== furthest.book_id || own.position < furthest.position;
  return further ? furthest.id : sectionId;
}

const GONE = /^(note|thread)_circle_id_section_id_fkey$/;

/**
 * Writes what bears a stamp. Where its section is taken out of the book in the meantime, what was
 * about that is about another by then: it is looked for once more.
 */
export async function whileSectionsGo<T>(write: () => Promise<T>): Promise<T> {
  return write().catch((error) => {
    if (isMissingParent(error) && GONE.test(error.constraint ?? '')) return write();
    throw error;
  });
}
