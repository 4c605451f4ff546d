import type { Member } from '#app/access/proofs.ts';
import { type SectionKind, sectionName } from '#app/books/rules/section-name.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export interface SavedNote {
  /** where it is read */
  to: string;
  threadTitle: string;
  html: string;
  quote: string;
  page: string;
  /** the section it is about; null when it spoils nothing */
  about: string | null;
}

/** A note of the viewer's own as it was saved, to show beside what they sent since. */
export async function savedNote(member: Member, noteId: number): Promise<SavedNote> {
  const row = await db
    .selectFrom('note')
    .innerJoin('thread', (join) => join.on(joined('thread.id', 'note.thread_id')))
    .leftJoin('section', (join) => join.on(joined('section.id', 'note.section_id')))
    .select(['note.thread_id', 'note.body_html', 'note.quote', 'note.quote_page', 'thread.title'])
    .select(['section.kind', 'section.label', 'section.title as section_title'])
    .where(inCircle(member, 'note'))
    .where('note.id', '=', noteId)
    .where('note.author_id', '=', member.personId)
    .executeTakeFirstOrThrow();
  const { kind, label, section_title } = row;
  return {
    to: addressOfNote(member.circle.slug, row.thread_id, noteId),
    threadTitle: row.title,
    html: row.body_html,
    quote: row.quote,
    page: row.quote_page,
    about:
      kind &&
      sectionName({ kind: kind as SectionKind, label: label ?? '', title: section_title ?? '' }),
  };
}
