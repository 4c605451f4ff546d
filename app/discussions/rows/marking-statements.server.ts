import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { unreadNotes } from './unread-notes.server.ts';

/**
 * Marks what is new to a person ($2) in a circle ($1), on its day ($3), as read, as far as the note
 * $4, and keeps under the moment $5 what that added. What is folded or taken back stays as unread as
 * it was, and a thread that holds nothing new is left alone. No thread is marked beyond its last note
 * as this statement sees it: one that is being written stays new. What a person's inbox says of those
 * notes is read, too.
 */
export const MARK_READ = `
with further as materialized (
  select array(
    select id from (${sectionsByLine({ circle: '$1', person: '$2', today: '$3' })}) s where beyond
  ) as ids
), mine as materialized (
  select t.id, least(t.last_note_id, $4::bigint) as up_to, o.person_id is not null as whole,
    v.seen, case when v.person_id is null then m.joined_at else '-infinity' end as since
  from membership m
  join thread t on t.circle_id = m.circle_id and t.last_note_id is not null
  left join thread_visit v
    on v.circle_id = m.circle_id and v.thread_id = t.id and v.person_id = m.person_id
  left join thread_opening o
    on o.circle_id = m.circle_id and o.thread_id = t.id and o.person_id = m.person_id
  where m.circle_id = $1 and m.person_id = $2
), fresh as materialized (
  select * from mine where exists (
    select from (${unreadNotes({
      ...{ circle: '$1', thread: 'mine.id', person: '$2' },
      ...{ seen: "coalesce(mine.seen, '{}')", whole: 'mine.whole' },
      ...{ beyond: '(select ids from further)', from: 'newest' },
    })}) unread where unread.id <= mine.up_to and unread.posted_at > mine.since
  )
), marked as (
  insert into thread_visit (circle_id, thread_id, person_id, seen, visited_at, marked, marked_at)
  select $1, fresh.id, $2, shown.notes, $5, shown.notes, $5
  from fresh cross join lateral (
    select int8multirange(int8range(0, fresh.up_to, '[]'))
      - coalesce(range_agg(int8range(n.id, n.id, '[]')), '{}') as notes
    from note n
    where n.circle_id = $1 and n.thread_id = fresh.id and n.id <= fresh.up_to
      and n.posted_at > fresh.since and n.author_id <> $2
      and (exists (select from note_deletion d where d.circle_id = $1 and d.note_id = n.id)
        or not fresh.whole and n.section_id = any((select ids from further)::bigint[]))
  ) shown
  order by fresh.id
  on conflict (circle_id, thread_id, person_id) do update
  set seen = thread_visit.seen + excluded.seen, marked = excluded.seen - thread_visit.seen,
    marked_at = excluded.marked_at
  returning thread_id, seen
), told as (
  update inbox_item i set read_at = $5 from marked
  where i.circle_id = $1 and i.person_id = $2 and i.thread_id = marked.thread_id
    and i.read_at is null and marked.seen @> i.thing_id
)
select thread_id from marked`;

/** Takes back what a person ($2) marked in a circle ($1) at the moment $3. */
export const UNMARK_READ = `
with marked as materialized (
  select thread_id, visited_at = marked_at as never_opened from thread_visit
  where circle_id = $1 and person_id = $2 and marked_at = $3
  order by thread_id for update
), gone as (
  delete from thread_visit v using marked
  where v.circle_id = $1 and v.person_id = $2 and v.thread_id = marked.thread_id
    and marked.never_opened
), told as (
  update inbox_item i set read_at = null from marked
  where i.circle_id = $1 and i.person_id = $2 and i.thread_id = marked.thread_id and i.read_at = $3
)
update thread_visit v set seen = v.seen - v.marked, marked = null, marked_at = null
from marked
where v.circle_id = $1 and v.person_id = $2 and v.thread_id = marked.thread_id
  and not marked.never_opened`;
