import { NEW_MAX } from '#app/discussions/rules/discussions.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { unreadNotes } from './unread-notes.server.ts';

/** Among so many of its latest notes one looks for who takes part in a thread. */
const LATEST = 60;

/** What stands for a value in the statement: '$1', or an expression. */
interface Places {
  circle: string;
  person: string;
  /** the circle's day */
  today: string;
  limit: string;
}

const VALUES: Places = { circle: '$1', person: '$2', today: '$3', limit: '$4' };

/**
 * Threads of a circle ($1), the latest active first, as a person ($2) finds them on a day ($3) of
 * the circle's: at most $4, unless other places are given for these. A thread is read from its newest
 * note back, and never far. In one that they never opened, what was written before they joined is not
 * new to them.
 * @param where what else holds of a thread `t`, with places from $5 on
 */
export const threadList = (where: string, { circle, person, today, limit }: Places = VALUES) => `
with beyond as materialized (
  select array(select id from (${sectionsByLine({ circle, person, today })}) s where beyond) as ids
)
select (
    select max(last_note_id) from thread where circle_id = ${circle}
  ) as latest,
  t.id, t.title, t.deck, t.card, t.note_count, t.last_note_id, t.last_note_at,
  starter.name as started_by, author.name as last_by,
  case when s.id is not null then
    json_build_object('id', s.id, 'kind', s.kind, 'label', s.label, 'title', s.title)
  end as section,
  case when m.id is not null then
    json_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at) end as session,
  coalesce(fresh.notes, 0) as fresh, taking_part.names, exists (
    select from thread_following f where f.circle_id = ${circle} and f.thread_id = t.id
      and f.person_id = ${person} and f.muted
  ) as muted
from (
  select * from thread t
  where t.circle_id = ${circle} and t.last_note_id is not null ${where}
  order by t.last_note_id desc limit ${limit}
) t
join person starter on starter.id = t.started_by
left join section s on s.circle_id = ${circle} and s.id = t.section_id
left join session m on m.circle_id = ${circle} and m.id = t.session_id
left join note last on last.circle_id = ${circle} and last.id = t.last_note_id
  and not exists (
    select from note_deletion d where d.circle_id = ${circle} and d.note_id = t.last_note_id)
left join person author on author.id = last.author_id
left join thread_visit v on v.circle_id = ${circle} and v.thread_id = t.id
  and v.person_id = ${person}
left join thread_opening o on o.circle_id = ${circle} and o.thread_id = t.id
  and o.person_id = ${person}
left join lateral (
  select count(*) as notes from (
    select from (${unreadNotes({
      ...{ circle, thread: 't.id', person, seen: "coalesce(v.seen, '{}')" },
      ...{ whole: 'o.person_id is not null', beyond: '(select ids from beyond)', from: 'newest' },
    })}) n
    where v.person_id is not null or n.posted_at > (
      select joined_at from membership where circle_id = ${circle} and person_id = ${person})
    limit ${NEW_MAX}
  ) n
) fresh on true
left join lateral (
  ${takingPart({ circle, thread: 't.id' })}
) taking_part on true
order by t.last_note_id desc`;

/** A select (names) of who wrote among a thread's latest notes, the latest first. */
export const takingPart = (of: { circle: string; thread: string }) => `
  select json_agg(p.name order by part.latest desc) as names
  from (
    select latest.author_id, max(latest.id) as latest from (
      select n.id, n.author_id from note n
      where n.circle_id = ${of.circle} and n.thread_id = ${of.thread}
      order by n.id desc limit ${LATEST}
    ) latest
    where not exists (
      select from note_deletion d where d.circle_id = ${of.circle} and d.note_id = latest.id)
    group by latest.author_id
  ) part
  join person p on p.id = part.author_id`;
