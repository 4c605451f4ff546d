import type { Member } from '#app/access/proofs.ts';
import { type SectionKind, sectionName } from '#app/books/rules/section-name.ts';
import { THREAD_PAGE } from '#app/discussions/rows/thread-page-statement.server.ts';
import { type Cursor, NOTES_A_PAGE } from '#app/discussions/rules/discussions.ts';
import type { Opened } from '#app/discussions/rules/folding.ts';
import { shownOf } from '#app/discussions/rules/seen.ts';
import { type Following, followingBy } from '#app/notifications/hearing/rules/following.ts';
import { todayIn } from '#app/time/days.ts';
import { momentsFor, type NoteMoment } from '#app/time/note-moments.ts';
import { databasePool } from '#db/database.server.ts';
import { type ContextRow, contextOf, type ThreadContext } from './thread-context.server.ts';

/** A note from further on in the book than its reader is: nothing but its place. */
export interface FoldedNote {
  id: number;
  by: 0;
  /** the section it is about, in `further` */
  folded: number;
}

export interface PageNote {
  id: number;
  /** id of its author, whose name is in `names` */
  by: number;
  when: NoteMoment;
  /** sanitised; '' when it was taken back */
  html: string;
  quote?: string;
  page?: string;
  edited?: true;
  /** its author took it back */
  gone?: true;
  /** it is from further on, and open this once */
  opened?: true;
  /** its reader was here before and has not had it on their screen */
  fresh?: true;
}

export interface FurtherSection {
  name: string;
  position: number;
  readingId: number;
}

export interface ThreadPage {
  id: number;
  title: string;
  context: ThreadContext;
  lastNoteId: number;
  names: Record<number, string>;
  notes: (PageNote | FoldedNote)[];
  /** the sections beyond the viewer's line that notes of this page are about, by id */
  further: Record<number, FurtherSection>;
  /** whether the viewer asked to see every note of this thread */
  opened: boolean;
  /** what the buttons of following it set, what they say, and whether they are pressed */
  following: [to: Following, words: string, isSo: boolean][];
  /** sections of the book that is being read, which a note may be about */
  sections: { id: number; name: string }[];
  /** whether the viewer was here before */
  visited: boolean;
  /** whether there are notes before the first and after the last of `notes` */
  earlier: boolean;
  later: boolean;
  /** what a draft of the note asked for with `around` was sent as, when it is the viewer's own */
  sent: string[] | null;
}

type NoteTuple = [
  id: number,
  by: number,
  name: string,
  atMs: number,
  html: string | null,
  quote: string,
  page: string,
  edited: boolean,
  sent: (string | null)[] | null,
  further: number | null,
  unseen: boolean,
];

type SectionTuple = [
  id: number,
  kind: SectionKind,
  label: string,
  title: string,
  position: number,
  readingId: number,
  beyond: boolean,
];

interface Row extends ContextRow {
  title: string;
  last_note_id: number;
  visited: boolean;
  /** the note before the first of `notes` */
  before: number | null;
  later: boolean;
  earlier: boolean;
  opened: boolean;
  muted: boolean | null;
  sections: SectionTuple[] | null;
  notes: NoteTuple[] | null;
}

const LANDING_NEW = 17;

export interface ThreadPageOptions {
  now?: Date;
  /** folded notes to show this once */
  open?: Opened | null;
}

/**
 * A thread and up to twenty of its notes, oldest first, in one round trip; null when the circle has
 * no such thread. `unseen` is what to mark as seen once the page was shown, null for nothing.
 */
export async function threadPage(
  member: Member,
  threadId: number,
  cursor: Cursor,
  { now = new Date(), open = null }: ThreadPageOptions = {},
): Promise<(ThreadPage & { unseen: string | null }) | null> {
  const { circleId, personId } = member;
  const [pivot, newer, fill, older] = sidesOf(cursor);
  const around = cursor.kind === 'around' ? cursor.noteId : null;
  const { rows } = await databasePool().query<Row>({
    text: THREAD_PAGE,
    values: [
      ...[circleId, threadId, personId, pivot, newer, fill, older, around],
      ...[todayIn(member.circle.timeZone, now), open?.from ?? null, open?.to ?? null],
    ],
  });
  const [row] = rows;
  if (!row) return null;

  const names: Record<number, string> = {};
  let sent: string[] | null = null;
  let news = false;
  const moment = momentsFor(member.viewer.timeZone, now);
  const notes = (row.notes ?? []).map((tuple): PageNote | FoldedNote => {
    const [id, by, name, at, html, quote, page, edited, sentAs, further, unseen] = tuple;
    if (by === 0) return { id, by, folded: further ?? 0 };
    names[by] = name;
    sent ??= sentAs?.filter((key) => key !== null) ?? null;
    const note: PageNote = { id, by, when: moment(new Date(at)), html: html ?? '' };
    if (html === null) note.gone = true;
    else if (unseen) {
      news = true;
      if (row.visited && by !== personId) note.fresh = true;
    }
    if (quote) note.quote = quote;
    if (page) note.page = page;
    if (edited) note.edited = true;
    if (further !== null) note.opened = true;
    return note;
  });
  const { sections, further } = sectionsFor(row.sections ?? [], notes);
  return {
    id: threadId,
    title: row.title,
    context: await contextOf(row),
    lastNoteId: row.last_note_id,
    names,
    notes,
    further,
    opened: row.opened,
    following: followingChoices(followingBy(row.muted)),
    sections,
    visited: row.visited,
    earlier: row.earlier,
    later: row.later,
    sent,
    unseen: news ? shownOf(notes, row.before) : null,
  };
}

// Words that come with the page's data cost it no script.
const followingChoices = (following: Following): ThreadPage['following'] => [
  following === 'follows' ? ['neither', 'Following', true] : ['follows', 'Follow', false],
  following === 'muted' ? ['neither', 'Muted', true] : ['muted', 'Mute', false],
];

/** The sections a note may be about, and those that the folded ones are about. */
function sectionsFor(rows: readonly SectionTuple[], notes: readonly (PageNote | FoldedNote)[]) {
  const folded = new Set(notes.flatMap((note) => ('folded' in note ? note.folded : [])));
  const sections: ThreadPage['sections'] = [];
  const further: ThreadPage['further'] = {};
  for (const [id, kind, label, title, position, readingId] of rows) {
    const name = sectionName({ kind, label, title });
    if (kind !== 'part') sections.push({ id, name });
    if (folded.has(id)) further[id] = { name, position, readingId };
  }
  return { sections, further };
}

/** [pivot; at most so many after it; but more when fewer than this are before; so many before] */
function sidesOf(cursor: Cursor): [number | null, number, number, number] {
  switch (cursor.kind) {
    case 'landing':
      return [null, LANDING_NEW, NOTES_A_PAGE, NOTES_A_PAGE];
    case 'around':
      return [cursor.noteId - 1, LANDING_NEW, NOTES_A_PAGE, NOTES_A_PAGE];
    case 'after':
      return [cursor.noteId, NOTES_A_PAGE, 0, 0];
    case 'before':
      return [cursor.noteId - 1, 0, 0, NOTES_A_PAGE];
  }
}
