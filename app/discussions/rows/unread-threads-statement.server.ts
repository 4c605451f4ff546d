import { NEW_MAX } from '#app/discussions/rules/discussions.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { takingPart } from './thread-list-statement.server.ts';
import { unreadNotes } from './unread-notes.server.ts';

const NEW = unreadNotes({
  ...{ circle: 't.circle', thread: 't.id', person: '$2', whole: 't.whole' },
  ...{ seen: "coalesce(t.seen, '{}')", beyond: 't.beyond', from: 'newest' },
});
// In one that they never opened, what was written before they joined is not new to them.
const SINCE = 't.seen is not null or n.posted_at > t.joined_at';

/**
 * What is new to a person ($2) in each of these circles ($1) on its day ($3), among the latest $4
 * threads of each: of the $5 circles in which something new was written last, the latest $6 threads
 * with what is new and who writes in them; of the others one row. What a thread's list (threadList)
 * calls new is new here. Notes are counted where their number is shown; elsewhere one is enough.
 */
export const UNREAD_THREADS = `
with mine as materialized (
  select own.circle_id, own.joined_at, array(
    select id from (${sectionsByLine({ circle: 'own.circle_id', person: '$2', today: 'here.today' })}) s
    where beyond
  ) as beyond
  from unnest($1::bigint[], $3::date[]) as here (circle_id, today)
  join membership own on own.circle_id = here.circle_id and own.person_id = $2
), latest as materialized (
  select mine.circle_id as circle, mine.joined_at, mine.beyond, t.id, t.title, t.last_note_id,
    v.seen, o.person_id is not null as whole
  from mine cross join lateral (
    select id, title, last_note_id from thread
    where circle_id = mine.circle_id and last_note_id is not null
    order by last_note_id desc limit $4
  ) t
  left join thread_visit v
    on v.circle_id = mine.circle_id and v.thread_id = t.id and v.person_id = $2
  left join thread_opening o
    on o.circle_id = mine.circle_id and o.thread_id = t.id and o.person_id = $2
), found as (
  select t.*, count(*) over circles as threads, max(t.last_note_id) over circles as latest,
    row_number() over (partition by t.circle order by t.last_note_id desc) as nth
  from latest t
  where exists (select from (${NEW}) n where ${SINCE})
  window circles as (partition by t.circle)
), placed as (
  select found.*, dense_rank() over (order by latest desc) <= $5 and nth <= $6 as shown from found
)
select t.circle, t.threads, t.latest, t.id, t.title,
  case when t.shown then (
    select count(*) from (select from (${NEW}) n where ${SINCE} limit ${NEW_MAX}) n
  ) end as fresh,
  case when t.shown then coalesce(
    (${takingPart({ circle: 't.circle', thread: 't.id' })}), '[]') end as names
from placed t
where t.shown or t.nth = 1
order by t.latest desc, t.last_note_id desc`;
