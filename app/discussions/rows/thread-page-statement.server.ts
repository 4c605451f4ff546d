import { NOTES_A_PAGE } from '#app/discussions/rules/discussions.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { unreadNotes } from './unread-notes.server.ts';

// One statement, prepared by its name: planning it costs more than running it. That it is planned
// once holds only while no value makes another plan look cheaper: $4 stands in a select. Only
// identities are read on both sides of the pivot (an index-only scan of 21 each); the page's notes
// alone are fetched. How many to take of each side: newest first up to $5, or what the older side
// leaves of $6; then older ones up to $7. The text and the author of a note from beyond the reader's
// line never leave the database, unless they opened it: $10 to $11, or the thread.
export const THREAD_PAGE = `
with me as materialized (
  select (
    select seen from thread_visit where circle_id = $1 and thread_id = $2 and person_id = $3
  ) as seen, exists (
    select from thread_opening where circle_id = $1 and thread_id = $2 and person_id = $3
  ) as whole, (
    select muted from thread_following where circle_id = $1 and thread_id = $2 and person_id = $3
  ) as muted
), book as materialized (
  ${sectionsByLine({ circle: '$1', person: '$3', today: '$9' })}
), pivot as materialized (
  select coalesce((select $4::bigint), (
    select min(unread.id) - 1 from (${unreadNotes({
      ...{ circle: '$1', thread: '$2', person: '$3', seen: '(select seen from me)' },
      ...{ whole: '(select whole from me)', from: 'oldest' },
      beyond: 'array(select b.id from book b where b.beyond)',
    })}) unread
  ), (
    select last_note_id from thread
    where circle_id = $1 and id = $2 and (select seen from me) is not null
  ), 0) as id
), near as materialized (
  select array(
    select id from note
    where circle_id = $1 and thread_id = $2 and id > pivot.id
    order by id limit ${NOTES_A_PAGE + 1}
  ) as newer, array(
    select id from note
    where circle_id = $1 and thread_id = $2 and id <= pivot.id
    order by id desc limit ${NOTES_A_PAGE + 1}
  ) as older
  from pivot
), take_newer as materialized (
  select newer, older,
    least(cardinality(newer), greatest($5::int, $6::int - cardinality(older))) as n_newer
  from near
), take as materialized (
  select newer, older, n_newer,
    least(cardinality(older), $7::int, ${NOTES_A_PAGE} - n_newer) as n_older
  from take_newer
)
select t.title, t.deck, t.card, t.last_note_id,
  case when s.id is not null then json_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
    'title', s.title) end as section,
  case when m.id is not null then json_build_object('id', m.id, 'title', m.title,
    'startsAt', m.starts_at) end as session,
  me.seen is not null as visited,
  take.older[take.n_older + 1] as before,
  cardinality(take.newer) > take.n_newer as later,
  cardinality(take.older) > take.n_older as earlier,
  me.whole as opened, me.muted,
  (
    select json_agg(json_build_array(
      b.id, b.kind, b.label, b.title, b.position, b.reading_id, b.beyond) order by b.position)
    from book b
  ) as sections,
  (
    select json_agg(case
      when b.id is not null and not me.whole
        and (n.id between $10::bigint and $11::bigint) is not true
      then json_build_array(n.id, 0, null, 0, '', '', '', false, null, b.id, false)
      else json_build_array(
        n.id, n.author_id, p.name, floor(extract(epoch from n.posted_at) * 1000)::bigint,
        case when d.note_id is null then n.body_html end,
        case when d.note_id is null then n.quote else '' end,
        case when d.note_id is null then n.quote_page else '' end,
        n.edited_at is not null and d.note_id is null,
        case when n.id = $8::bigint and n.author_id = $3 then
          json_build_array(n.submission_key, n.form_key) end,
        b.id, coalesce(not me.seen @> n.id, true))
      end order by n.id)
    from unnest(take.newer[:take.n_newer] || take.older[:take.n_older]) shown (id)
    join note n on n.circle_id = $1 and n.id = shown.id
    join person p on p.id = n.author_id
    left join note_deletion d on d.circle_id = $1 and d.note_id = n.id
    left join book b
      on b.id = n.section_id and b.beyond and n.author_id <> $3 and d.note_id is null
  ) as notes
from thread t
cross join take
cross join me
left join section s on s.circle_id = t.circle_id and s.id = t.section_id
left join session m on m.circle_id = t.circle_id and m.id = t.session_id
where t.circle_id = $1 and t.id = $2`;
