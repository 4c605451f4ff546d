import type { Partner } from '#app/access/proofs.ts';
import type { PageNote } from '#app/discussions/queries/thread-page.server.ts';
import { type Cursor, NOTES_A_PAGE } from '#app/discussions/rules/discussions.ts';
import { shownOf } from '#app/discussions/rules/seen.ts';
import { CONVERSATION_PAGE } from '#app/mentoring/conversations/rows/conversation-statement.server.ts';
import type { Helped } from '#app/mentoring/conversations/rules/outcome.ts';
import { type MeetingView, meetingViewOf } from '#app/mentoring/meetings/queries/meeting-view.ts';
import { momentsFor } from '#app/time/note-moments.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** What one of the two says came of it. */
export interface OutcomeShown {
  helped: Helped;
  /** sanitised; '' for nothing more */
  html: string;
  /** they wish the ask's circle to read it */
  share: boolean;
}

export interface ConversationPage {
  id: number;
  /** the ask's */
  title: string;
  askHtml: string;
  side: Partner['side'];
  me: { id: number; name: string };
  other: {
    id: number;
    name: string;
    zone: string;
    /** their account is closed */
    away: boolean;
    /** by the viewer */
    blocked: boolean;
  };
  /** ISO; null while it goes on */
  ended: { at: string; byMe: boolean } | null;
  /** both were asked what came of it */
  askedAfter: boolean;
  meetings: MeetingView[];
  outcomes: { mine: OutcomeShown | null; theirs: OutcomeShown | null };
  /** the asker's one sentence */
  thanks: string | null;
  notes: PageNote[];
  names: Record<number, string>;
  lastNoteId: number;
  visited: boolean;
  earlier: boolean;
  later: boolean;
  /** what a draft of the note asked for was sent as, when it is the viewer's own */
  sent: string[] | null;
}

type NoteTuple = [
  id: number,
  by: number,
  atMs: number,
  html: string | null,
  edited: boolean,
  sent: (string | null)[] | null,
  unseen: boolean,
];

interface Row {
  title: string;
  ask_html: string;
  asker_id: number;
  ended_at: Date | null;
  ended_by: number | null;
  asked_after_at: Date | null;
  my_name: string;
  other_id: number;
  other_name: string;
  other_zone: string;
  away: boolean;
  blocked: boolean;
  visited: boolean;
  before: number | null;
  later: boolean;
  earlier: boolean;
  last_note_id: number | null;
  notes: NoteTuple[] | null;
  meetings: { id: number; startsAt: string; minutes: number; place: string }[] | null;
  outcomes: (OutcomeShown & { personId: number })[] | null;
  thanks: string | null;
}

const LANDING_NEW = 17;

/**
 * A conversation as one of the two has it on their screen, with up to twenty of its notes, oldest
 * first, in one round trip. `unseen` is what to mark as seen once it was shown, null for nothing.
 */
export async function conversationPage(
  { conversationId, personId, side, viewer }: Partner,
  cursor: Cursor,
  { now = new Date() }: { now?: Date } = {},
): Promise<ConversationPage & { unseen: string | null }> {
  const [pivot, newer, fill, older] = sidesOf(cursor);
  const around = cursor.kind === 'around' ? cursor.noteId : null;
  const { rows } = await acrossCircles(
    databasePool(),
    'a conversation is its two people’s, whichever circle the ask was begun in',
  ).query<Row>({
    text: CONVERSATION_PAGE,
    values: [conversationId, personId, pivot, newer, fill, older, around],
  });
  const [row] = rows;
  if (!row) throw new Error('A conversation is gone while it is read.');

  let sent: string[] | null = null;
  let news = false;
  const moment = momentsFor(viewer.timeZone, now);
  const notes = (row.notes ?? []).map(([id, by, at, html, edited, sentAs, unseen]): PageNote => {
    sent ??= sentAs?.filter((key) => key !== null) ?? null;
    const note: PageNote = { id, by, when: moment(new Date(at)), html: html ?? '' };
    if (html === null) note.gone = true;
    else if (unseen) {
      news = true;
      if (row.visited && by !== personId) note.fresh = true;
    }
    if (edited) note.edited = true;
    return note;
  });
  const outcomeOf = (id: number) => {
    const found = row.outcomes?.find((each) => each.personId === id);
    return found ? { helped: found.helped, html: found.html, share: found.share } : null;
  };
  return {
    ...{ id: conversationId, title: row.title, askHtml: row.ask_html, side },
    me: { id: personId, name: row.my_name },
    other: {
      ...{ id: row.other_id, name: row.other_name, zone: row.other_zone },
      ...{ away: row.away, blocked: row.blocked },
    },
    ended: row.ended_at && {
      at: row.ended_at.toISOString(),
      byMe: row.ended_by === personId,
    },
    askedAfter: row.asked_after_at !== null,
    meetings: (row.meetings ?? []).map((meeting) => meetingViewOf(meeting, now)),
    outcomes: { mine: outcomeOf(personId), theirs: outcomeOf(row.other_id) },
    thanks: row.thanks,
    notes,
    names: { [personId]: row.my_name, [row.other_id]: row.other_name },
    lastNoteId: row.last_note_id ?? 0,
    ...{ visited: row.visited, earlier: row.earlier, later: row.later, sent },
    unseen: news ? shownOf(notes, row.before) : null,
  };
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
