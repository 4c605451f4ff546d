import { unsuggestedTo } from '#app/mentoring/apart/rows/apart-statement.server.ts';
import type { Candidate } from '#app/mentoring/helping/rules/suggesting.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { capacityOf } from './capacity-statement.server.ts';

export interface SuggestionsRow {
  /** of the ask as it is saved; null where it is not the asker's */
  title: string | null;
  body: string | null;
  /** the asker's own */
  company: string;
  people: Candidate[] | null;
}

/** A note that the asker may read: it stands, and no line of theirs hides it. */
const READABLE = `x.circle_id = src.circle_id and x.author_id = p.id
  and not (coalesce(x.section_id, tx.section_id, 0) = any(src.beyond))
  and not exists (select from note_deletion d where d.circle_id = x.circle_id and d.note_id = x.id)`;

const A_NOTE = `select from src
  join note x on x.circle_id = src.circle_id
  join thread tx on tx.circle_id = x.circle_id and tx.id = x.thread_id`;

/** So many earlier asks are looked at, the latest first, and so much of each. */
const MOST_BEFORE = 40;
const BEGINNING = 600;

/**
 * Whom the ask $2 of the asker $1 might be put to, at the moment $3: the members of their open circles,
 * without whom nothing may suggest to them. Of each only what the asker may read. In $4 the circles
 * that they are in, in $5 the day it is in each.
 */
export const SUGGESTIONS = `
with asked as materialized (
  select a.id, a.title, a.body, a.circle_id, a.source_note_id as note_id
  from ask a where a.id = $2 and a.asker_id = $1
), here as materialized (
  select * from unnest($4::bigint[], $5::date[]) as h (circle_id, today)
), src as materialized (
  select n.circle_id, n.thread_id, coalesce(n.section_id, t.section_id) as section_id,
    coalesce(line.beyond, '{}') as beyond
  from asked
  join here on here.circle_id = asked.circle_id
  join note n on n.circle_id = asked.circle_id and n.id = asked.note_id
  join thread t on t.circle_id = n.circle_id and t.id = n.thread_id
  cross join lateral (
    select array_agg(s.id) as beyond
    from (${sectionsByLine({ circle: 'asked.circle_id', person: '$1', today: 'here.today' })}) s
    where s.beyond
  ) line
), around as materialized (
  select distinct o.person_id from membership o
  where o.circle_id = any($4::bigint[]) and o.person_id <> $1
    and not exists (select from circle_archive z where z.circle_id = o.circle_id)
), before as materialized (
  select o.helper_id, a.title || ' ' || left(a.body, ${BEGINNING}) as said
  from ask a join offer o on o.ask_id = a.id
  where a.asker_id = $1 and a.id <> $2 and o.faced <> '' and o.state in ('made', 'taken')
  order by a.opened_at desc limit ${MOST_BEFORE}
)
select asked.title, asked.body, me.company, (
  select json_agg(json_build_object(
    'personId', p.id, 'name', p.name, 'company', p.company, 'askMeAbout', p.ask_me_about,
    'capacity', ${capacityOf('p.id', '$1::bigint')},
    'wroteInThread', exists (${A_NOTE} where ${READABLE} and x.thread_id = src.thread_id),
    'wroteOfSection', exists (${A_NOTE} where ${READABLE}
      and coalesce(x.section_id, tx.section_id) = src.section_id),
    'facedBefore', coalesce(
      (select json_agg(before.said) from before where before.helper_id = p.id), '[]'),
    'askedLately', exists (
      select from ask_reach r join ask b on b.id = r.ask_id
      where r.person_id = p.id and b.asker_id = $1 and r.at > $3::timestamptz - interval '30 days')))
  from around join person p on p.id = around.person_id
  where p.id not in (${unsuggestedTo('$1::bigint')})
    and not exists (select from person_deactivation d where d.person_id = p.id)
    and not exists (select from ask_reach r where r.ask_id = $2 and r.person_id = p.id)
    and not exists (select from offer o where o.ask_id = $2 and o.helper_id = p.id)
) as people
from person me left join asked on true where me.id = $1`;
