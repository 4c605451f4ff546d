import { NOTES_A_PAGE } from '#app/discussions/rules/discussions.ts';

/** Among so many of the latest notes the first unread one is looked for. */
const LOOK_AT = 200;

// One statement for a page of a conversation, as for a thread: identities on both sides of the
// pivot, then the notes of the page alone. $1 the conversation, $2 the viewer, $3 the pivot, $4 to $6
// how many to take of each side, $7 the note asked for.
export const CONVERSATION_PAGE = `
with me as materialized (
  select (
    select seen from conversation_visit where conversation_id = $1 and person_id = $2
  ) as seen
), pivot as materialized (
  select coalesce((select $3::bigint), (
    select min(late.id) - 1 from (
      select n.id, n.author_id, n.taken_back_at from conversation_note n
      where n.conversation_id = $1 order by n.id desc limit ${LOOK_AT}
    ) late
    where late.author_id <> $2 and late.taken_back_at is null
      and not coalesce((select seen from me) @> late.id, false)
  ), (
    select max(n.id) from conversation_note n
    where n.conversation_id = $1 and (select seen from me) is not null
  ), 0) as id
), near as materialized (
  select array(
    select id from conversation_note
    where conversation_id = $1 and id > pivot.id order by id limit ${NOTES_A_PAGE + 1}
  ) as newer, array(
    select id from conversation_note
    where conversation_id = $1 and id <= pivot.id order by id desc limit ${NOTES_A_PAGE + 1}
  ) as older
  from pivot
), take_newer as materialized (
  select newer, older,
    least(cardinality(newer), greatest($4::int, $5::int - cardinality(older))) as n_newer
  from near
), take as materialized (
  select newer, older, n_newer,
    least(cardinality(older), $6::int, ${NOTES_A_PAGE} - n_newer) as n_older
  from take_newer
)
select a.title, a.body_html as ask_html, c.asker_id, c.opened_at, c.ended_at, c.ended_by,
  c.asked_after_at,
  mine.name as my_name, other.id as other_id, other.name as other_name,
  other.time_zone as other_zone,
  exists (select from person_deactivation d where d.person_id = other.id) as away,
  exists (
    select from person_block b where b.person_id = $2 and b.blocked_id = other.id
  ) as blocked,
  me.seen is not null as visited,
  take.older[take.n_older + 1] as before,
  cardinality(take.newer) > take.n_newer as later,
  cardinality(take.older) > take.n_older as earlier,
  (select max(n.id) from conversation_note n where n.conversation_id = $1) as last_note_id,
  (
    select json_agg(json_build_array(
      n.id, n.author_id, floor(extract(epoch from n.posted_at) * 1000)::bigint,
      case when n.taken_back_at is null then n.body_html end,
      n.edited_at is not null and n.taken_back_at is null,
      case when n.id = $7::bigint and n.author_id = $2 then
        json_build_array(n.submission_key, n.form_key) end,
      coalesce(not me.seen @> n.id, true)) order by n.id)
    from unnest(take.newer[:take.n_newer] || take.older[:take.n_older]) shown (id)
    join conversation_note n on n.id = shown.id
  ) as notes,
  (
    select json_agg(json_build_object(
      'id', m.id, 'startsAt', m.starts_at, 'minutes', m.minutes, 'place', m.place)
      order by m.starts_at, m.id)
    from conversation_meeting m where m.conversation_id = $1 and m.cancelled_at is null
  ) as meetings,
  (
    select json_agg(json_build_object(
      'personId', o.person_id, 'helped', o.helped, 'html', o.did_html, 'share', o.share))
    from ask_outcome o where o.conversation_id = $1
  ) as outcomes,
  (select t.body from ask_thanks t where t.conversation_id = $1) as thanks
from conversation c
join ask a on a.id = c.ask_id
join person mine on mine.id = $2
join person other on other.id in (c.asker_id, c.helper_id) and other.id <> $2
cross join take
cross join me
where c.id = $1`;
