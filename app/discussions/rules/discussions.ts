/** Pure decisions about threads and notes. Without imports: views use it in the browser. */

export const NOTE_MAX = 20_000;
export const QUOTE_MAX = 1_000;
export const TITLE_MAX = 200;
/** '86', '86–88', 'xii', 'loc. 1204' */
export const PAGE_MAX = 20;
/** From here on the composer counts what is left. */
export const COUNT_FROM = 19_000;

export const NOTES_A_PAGE = 20;
export const THREADS_A_PAGE = 20;
/** A thread with more new notes than this is shown with "50+". */
export const NEW_MAX = 50;

/**
 * Which notes of a thread to show. `landing`: from just before the first unread one on; the newest
 * when all are read, the oldest for someone who was never here. `around` a note, or those after or
 * before one.
 */
export type Cursor = { kind: 'landing' } | { kind: 'around' | 'after' | 'before'; noteId: number };

/** Reads `?at=`, `?after=` or `?before=`; anything else in them lands. */
export function cursorOf(params: URLSearchParams): Cursor {
  for (const [name, kind] of [
    ['at', 'around'],
    ['after', 'after'],
    ['before', 'before'],
  ] as const) {
    const value = params.get(name) ?? '';
    if (/^\d{1,15}$/.test(value)) return { kind, noteId: Number(value) };
  }
  return { kind: 'landing' };
}

/**
 * Which threads to list: `?section=`, `?session=` (or the list's own select, `?about=section-7`),
 * and `?before=` of a further page.
 */
export function filterOf(params: URLSearchParams) {
  const number = (value: string | null | undefined) =>
    value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
  const about = /^(section|session)-(\d+)$/.exec(params.get('about') ?? '');
  const chosen = (what: string) => number(about?.[1] === what ? about[2] : params.get(what));
  return {
    sectionId: chosen('section'),
    sessionId: chosen('session'),
    before: number(params.get('before')),
  };
}

/** Only its author changes a note or takes it back. */
export const isMine = (note: { by: number }, personId: number) => note.by === personId;

/** '3 new', or '50+ new' where counting stopped. */
export const newInWords = (count: number) =>
  count >= NEW_MAX ? `${NEW_MAX}+ new` : `${count} new`;
