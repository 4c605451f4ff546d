import { keptApartBy, unsuggestedTo } from '#app/mentoring/apart/rows/apart-statement.server.ts';
import { ENDING, SHORTEST } from '#app/mentoring/asks/rules/fits.ts';
import { capacityOf } from '#app/mentoring/helping/rows/capacity-statement.server.ts';
import type { Capacity } from '#app/mentoring/helping/rules/capacity.ts';

/** What the statement says of everybody an ask may go to. */
export interface AudienceRow {
  title: string;
  body: string;
  circle_id: number | null;
  source_kind: string | null;
  circles:
    | {
        id: number;
        name: string;
        session: { id: number; startsAt: string; zone: string; runs: string | null } | null;
      }[]
    | null;
  people:
    | {
        id: number;
        name: string;
        company: string;
        about: string;
        circles: number[];
        blocked: boolean;
        apart: boolean;
        /** kept apart by their account: they may be named */
        named: boolean;
        capacity: Capacity;
      }[]
    | null;
  site: { id: number; name: string; about: string; capacity: Capacity }[] | null;
  reached:
    | { kind: string; circleId: number | null; sessionId: number | null; personId: number | null }[]
    | null;
}

const NOT_CLOSED = 'not exists (select from person_deactivation d where d.person_id = p.id)';

const SESSION = `(
  select json_build_object('id', s.id, 'startsAt', s.starts_at, 'zone', s.time_zone, 'runs', r.name)
  from session s left join person r on r.id = s.facilitator_id
  where s.circle_id = mine.circle_id and s.starts_at > $2
    and not exists (select from session_cancellation x
      where x.circle_id = s.circle_id and x.session_id = s.id)
  order by s.starts_at, s.id limit 1)`;

/** So many that some word fits are looked at, those who have been here longest first. */
const MOST_LOOKED_AT = 200;

/** How a word begins that is looked for: all but its last letters, as rules/fits.ts has it. */
const STEM = `left(word, greatest(${SHORTEST}, length(word) - ${ENDING}))`;
const MOST_WORDS = 60;

/** The words of the ask as a tsquery of their beginnings, and as it says them or without accents. */
const SOUGHT = `
  select string_agg(distinct '''' || replace(replace(${STEM}, '\\', ''), '''', '') || ''':*', ' | ')::tsquery
    as words
  from (
    select word from asked, lateral unnest(tsvector_to_array(
      to_tsvector('simple', asked.title || ' ' || asked.body))) word
    where length(word) >= ${SHORTEST} and word <> all($4::text[])
    limit ${MOST_WORDS}
  ) telling`;

/**
 * Everybody the asker $1 may ask at the moment $2 about the ask $3: the members of their open circles,
 * and who said to be asked about what its words say, but for the common ones $4, and is in none of
 * their circles. And where it went before. $5 and $6 are what it is to say, where that is not saved.
 * Nothing is said of who keeps the asker apart.
 */
export const AUDIENCE = `
with asked as materialized (
  select a.circle_id, a.source_kind, coalesce($5::text, a.title) as title,
    coalesce($6::text, a.body) as body
  from ask a where a.id = $3 and a.asker_id = $1
), sought as materialized (${SOUGHT}
), mine as materialized (
  select m.circle_id, c.name
  from membership m join circle c on c.id = m.circle_id
  where m.person_id = $1
    and not exists (select from circle_archive z where z.circle_id = m.circle_id)
), others as materialized (
  select o.person_id, array_agg(o.circle_id order by o.circle_id) as circles
  from mine join membership o on o.circle_id = mine.circle_id
  where o.person_id <> $1 group by o.person_id
), apart as materialized (
  select distinct id from (${keptApartBy('$1::bigint')}) k
)
select asked.title, asked.body, asked.circle_id, asked.source_kind, (
  select json_agg(json_build_object('id', mine.circle_id, 'name', mine.name, 'session', ${SESSION})
    order by mine.name, mine.circle_id) from mine
) as circles, (
  select json_agg(json_build_object('id', p.id, 'name', p.name, 'company', p.company,
    'about', p.ask_me_about, 'circles', others.circles,
    'blocked', exists (select from person_block b where (b.person_id = p.id and b.blocked_id = $1)
      or (b.person_id = $1 and b.blocked_id = p.id)),
    'apart', p.id in (select id from apart),
    'named', exists (select from keep_apart k
      where k.person_id = $1 and k.other_id = p.id and k.taken_off_at is null),
    'capacity', ${capacityOf('p.id', '$1::bigint')}) order by p.name, p.id)
  from others join person p on p.id = others.person_id
  where ${NOT_CLOSED}
) as people, (
  select json_agg(json_build_object('id', fit.id, 'name', fit.name, 'about', fit.ask_me_about,
    'capacity', ${capacityOf('fit.id', '$1::bigint')}) order by fit.id)
  from (
    select p.id, p.name, p.ask_me_about
    from person p left join helping h on h.person_id = p.id
    where p.ask_me_about <> '' and to_tsvector('simple', p.ask_me_about) @@ (select words from sought)
      and p.id <> $1 and h.beyond_circles is not false and ${NOT_CLOSED}
      and p.id not in (select id from (${unsuggestedTo('$1::bigint')}) them)
      and not exists (select from membership a join membership b on b.circle_id = a.circle_id
        where a.person_id = $1 and b.person_id = p.id)
    order by p.id limit ${MOST_LOOKED_AT}
  ) fit
) as site, (
  select json_agg(json_build_object('kind', r.kind, 'circleId', r.circle_id, 'sessionId', r.session_id,
    'personId', r.person_id)) from ask_reach r where r.ask_id = $3
) as reached
from asked`;
