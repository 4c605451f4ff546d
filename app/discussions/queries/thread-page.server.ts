import type { Member } from '#app/access/proofs.ts';
import { log } from '#app/platform/log.server.ts';
import { databasePool } from '#db/database.server.ts';
import { momentsFor, type NoteMoment } from '../moment-words.ts';
import { type Cursor, NOTES_A_PAGE } from '../rules.ts';
import { type ContextRow, contextOf, type ThreadContext } from './thread-context.server.ts';

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
}

export interface ThreadPage {
  id: number;
  title: string;
  context: ThreadContext;
  lastNoteId: number;
  names: Record<number, string>;
  notes: PageNote[];
  /** the newest note the viewer had seen before this visit; null when never here */
  seen: number | null;
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
  sent: string[] | null,
];

interface Row extends ContextRow {
  title: string;
  last_note_id: number;
  seen: number | null;
  later: boolean;
  earlier: boolean;
  notes: NoteTuple[] | null;
}

// One statement, prepared by its name: planning it costs more than running it. Only identities are
// read on both sides of the pivot (an index-only scan of 21 each); the page's notes alone are
// fetched. How many to take of each side: newest first up to $5, or what the older side leaves of
// $6; then older ones up to $7.
const PAGE = `
with visit as (
  select seen_note_id from thread_visit where circle_id = $1 and thread_id = $2 and person_id = $3
), pivot as (
  select coalesce($4::bigint, (select seen_note_id from visit), 0) as id
), newer as (
  select id, row_number() over (order by id) as n from (
    select id from note
    where circle_id = $1 and thread_id = $2 and id > (select id from pivot)
    order by id limit ${NOTES_A_PAGE + 1}
  ) near
), older as (
  select id, row_number() over (order by id desc) as n from (
    select id from note
    where circle_id = $1 and thread_id = $2 and id <= (select id from pivot)
    order by id desc limit ${NOTES_A_PAGE + 1}
  ) near
), near as (
  select coalesce((select max(n) from newer), 0) as newer,
    coalesce((select max(n) from older), 0) as older
), take_newer as (
  select newer, older, least(newer, greatest($5::int, $6::int - older)) as n from near
), take as (
  select newer, older, n as n_newer, least(older, $7::int, ${NOTES_A_PAGE} - n) as n_older
  from take_newer
)
select t.title, t.deck, t.card, t.last_note_id,
  case when s.id is not null then json_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
    'title', s.title) end as section,
  case when m.id is not null then json_build_object('id', m.id, 'title', m.title,
    'startsAt', m.starts_at) end as session,
  (select seen_note_id from visit) as seen,
  take.newer > take.n_newer as later,
  take.older > take.n_older as earlier,
  (
    select json_agg(json_build_array(
      n.id, n.author_id, p.name, floor(extract(epoch from n.posted_at) * 1000)::bigint,
      case when d.note_id is null then n.body_html end,
      case when d.note_id is null then n.quote else '' end,
      case when d.note_id is null then n.quote_page else '' end,
      n.edited_at is not null and d.note_id is null,
      case when n.id = $8::bigint and n.author_id = $3 then
        json_build_array(n.submission_key, n.id || '.' || n.version) end
    ) order by n.id)
    from (
      select id from newer where n <= take.n_newer
      union all
      select id from older where n <= take.n_older
    ) shown
    join note n on n.circle_id = $1 and n.id = shown.id
    join person p on p.id = n.author_id
    left join note_deletion d on d.circle_id = $1 and d.note_id = n.id
  ) as notes
from thread t
cross join take
left join section s on s.circle_id = t.circle_id and s.id = t.section_id
left join session m on m.circle_id = t.circle_id and m.id = t.session_id
where t.circle_id = $1 and t.id = $2`;

const VISIT = `
insert into thread_visit (circle_id, thread_id, person_id, seen_note_id, visited_at)
values ($1, $2, $3, $4, now())
on conflict (circle_id, thread_id, person_id) do update
set seen_note_id = greatest(thread_visit.seen_note_id, excluded.seen_note_id), visited_at = now()`;

const LANDING_NEW = 17;

/**
 * A thread and up to twenty of its notes, oldest first; null when the circle has no such thread.
 * Marks the notes as seen, unless `peek` (a browser fetching ahead of a click). Two round trips,
 * one when nothing on the page is new.
 */
export async function threadPage(
  member: Member,
  threadId: number,
  cursor: Cursor,
  { peek = false, now = new Date() } = {},
): Promise<ThreadPage | null> {
  const { circleId, personId } = member;
  const [pivot, newer, fill, older] = sidesOf(cursor);
  const around = cursor.kind === 'around' ? cursor.noteId : null;
  const { rows } = await databasePool().query<Row>({
    name: 'thread-page',
    text: PAGE,
    values: [circleId, threadId, personId, pivot, newer, fill, older, around],
  });
  const [row] = rows;
  if (!row) return null;

  const names: Record<number, string> = {};
  let sent: string[] | null = null;
  const moment = momentsFor(member.viewer.timeZone, now);
  const notes = (row.notes ?? []).map(([id, by, name, at, html, quote, page, edited, sentAs]) => {
    names[by] = name;
    sent ??= sentAs;
    const note: PageNote = { id, by, when: moment(new Date(at)), html: html ?? '' };
    if (html === null) note.gone = true;
    if (quote) note.quote = quote;
    if (page) note.page = page;
    if (edited) note.edited = true;
    return note;
  });
  const last = notes[notes.length - 1];
  if (last && last.id > (row.seen ?? 0) && !peek) await markSeen(member, threadId, last.id);
  return {
    id: threadId,
    title: row.title,
    context: await contextOf(row),
    lastNoteId: row.last_note_id,
    names,
    notes,
    seen: row.seen,
    earlier: row.earlier,
    later: row.later,
    sent,
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

async function markSeen({ circleId, personId }: Member, threadId: number, noteId: number) {
  try {
    await databasePool().query({
      name: 'thread-visit',
      text: VISIT,
      values: [circleId, threadId, personId, noteId],
    });
  } catch (error) {
    // Reading goes on: at worst these notes are shown as new once more.
    log.warn({ err: error }, 'a visit to a thread was not marked');
  }
}
