import { NEW_MAX } from '#app/discussions/rules/discussions.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { takingPart } from './thread-list-statement.server.ts';
import { unreadNotes } from './unread-notes.server.ts';

/**
 * What is new to a person ($2) in each of these circles ($1) on its day ($3), among the latest $4
 * threads of each: of the $5 circles in which something new was written last, the latest $6 threads
 * with who writes in them; of the others one row. What a thread's list (threadList) calls new is new
 * here.
 */
export const UNREAD_THREADS = `
with mine as (
  select m.circle_id, m.joined_at, here.today
  from unnest($1::bigint[], $3::date[]) as here (circle_id, today)
  join membership m on m.circle_id = here.circle_id and m.person_id = $2
), found as (
  select t.*, count(*) over circles as threads, max(t.last_note_id) over circles as latest,
    row_number() over (partition by t.circle order by t.last_note_id desc) as nth
  from mine cross join lateral (
    with book as materialized (
      ${sectionsByLine({ circle: 'mine.circle_id', person: '$2', today: 'mine.today' })}
    )
    select t.circle_id as circle, t.id, t.title, t.last_note_id, fresh.notes as fresh
    from (
      select circle_id, id, title, last_note_id from thread
      where circle_id = mine.circle_id and last_note_id is not null
      order by last_note_id desc limit $4
    ) t
    left join thread_visit v on v.circle_id = mine.circle_id and v.thread_id = t.id
      and v.person_id = $2
    left join thread_opening o on o.circle_id = mine.circle_id and o.thread_id = t.id
      and o.person_id = $2
    cross join lateral (
      select count(*) as notes from (
        select from (${unreadNotes({
          ...{ circle: 'mine.circle_id', thread: 't.id', person: '$2' },
          ...{ seen: "coalesce(v.seen, '{}')", whole: 'o.person_id is not null', from: 'newest' },
        })}) n
        where v.person_id is not null or n.posted_at > mine.joined_at
        limit ${NEW_MAX}
      ) n
    ) fresh
    where fresh.notes > 0
  ) t
  window circles as (partition by t.circle)
), placed as (
  select found.*, dense_rank() over (order by latest desc) <= $5 and nth <= $6 as shown from found
)
select t.circle, t.threads, t.latest, t.id, t.title, t.fresh,
  case when t.shown then coalesce(part.names, '[]') end as names
from placed t
left join lateral (
  ${takingPart({ circle: 't.circle', thread: 't.id', where: 't.shown' })}
) part on true
where t.shown or t.nth = 1
order by t.latest desc, t.last_note_id desc`;
