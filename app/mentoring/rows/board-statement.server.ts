import { freshTo } from '#app/mentoring/offers/rows/fresh.server.ts';
import { LATEST_TOLD, OPENING_TOLD } from '#app/mentoring/told/rows/told-statement.server.ts';
import { blockedBetween, closedAccount } from '#db/reads-ask.server.ts';

/** So many of an ask's reader's own, and of a session's, stand before the others. */
const FIRST = 20;
/** So much of a text is read, before its beginning is taken. */
const READ = 2000;

/**
 * The asks that are open in the circle $1 and that $2 may read there, as a select. They are found
 * through its members, of whom none has more than a few: who left asks nothing here any more.
 */
export const OPEN_ASKS = `
select a.id, a.asker_id, p.name as asker, a.title, a.body_html, a.needed_by, a.opened_at,
  reach.starts_at, a.asker_id = $2 as mine
from membership m
join person p on p.id = m.person_id
join ask a on a.asker_id = m.person_id and a.state = 'open'
cross join lateral (
  select min(s.starts_at) filter (where s.starts_at + s.minutes * interval '1 minute' > $3
    and not exists (select from session_cancellation gone
      where gone.circle_id = s.circle_id and gone.session_id = s.id)) as starts_at
  from ask_reach r
  left join session s on s.circle_id = r.circle_id and s.id = r.session_id
  where r.ask_id = a.id and r.circle_id = m.circle_id
  having count(*) > 0
) reach
where m.circle_id = $1 and not ${closedAccount('m.person_id')}
  and not ${blockedBetween('a.asker_id', '$2::bigint')}`;

/** Who has offered: whom the circle knows, and nobody who is a stranger to the reader. */
const OFFERED = `(
  select json_agg(h.name order by o.made_at, o.id)
  from offer o
  join person h on h.id = o.helper_id
  join membership hm on hm.circle_id = $1 and hm.person_id = o.helper_id
  where o.ask_id = asks.id and o.state in ('made', 'taken') and o.helper_id <> $2
    and not ${closedAccount('o.helper_id')}
    and not ${blockedBetween('o.helper_id', '$2::bigint')}
    and not ${blockedBetween('o.helper_id', 'asks.asker_id')})`;

/** What the reader answered themselves. */
const ANSWERED = `(
  select json_build_object('state', o.state, 'until', o.until)
  from offer o where o.ask_id = asks.id and o.helper_id = $2)`;

/** What the reader's own ask was answered, by whoever it reached. */
const ANSWERS = `(
  select json_agg(json_build_object('id', o.id, 'by', h.name, 'state', o.state, 'until', o.until,
    'html', left(o.faced_html, ${READ}), 'setAside', o.set_aside_at is not null,
    'remind', o.remind, 'fresh', ${freshTo('$2')}, 'conversation', c.id) order by o.made_at, o.id)
  from offer o
  join person h on h.id = o.helper_id
  left join conversation c on c.offer_id = o.id
  where o.ask_id = asks.id and o.state in ('made', 'taken', 'not_now')
    and not ${closedAccount('o.helper_id')}
    and not ${blockedBetween('o.helper_id', '$2::bigint')})`;

const QUESTIONS = `(
  select json_agg(q.name order by q.name)
  from (
    select distinct h.name from ask_question q join person h on h.id = q.person_id
    where q.ask_id = asks.id and q.answer is null and not ${closedAccount('q.person_id')}
      and not ${blockedBetween('q.person_id', '$2::bigint')}
  ) q)`;

const SHOWN = `json_build_object('id', asks.id, 'by', asks.asker, 'title', asks.title,
  'html', left(asks.body_html, ${READ}), 'neededBy', asks.needed_by, 'openedAt', asks.opened_at,
  'startsAt', asks.starts_at`;

/**
 * The board of the circle $1 for its member $2 at $3: their own asks, those on the agenda of a session
 * to come, then the newest ($5 and one more), or those before the ask $4.
 */
export const BOARD = `
with asks as materialized (${OPEN_ASKS}
), own as (
  select * from asks where mine and $4::bigint is null order by opened_at desc, id desc limit ${FIRST}
), agenda as (
  select * from asks where not mine and starts_at is not null and $4::bigint is null
  order by starts_at, id limit ${FIRST}
), others as (
  select * from asks
  where not mine and starts_at is null and ($4::bigint is null
    or (opened_at, id) < (select b.opened_at, b.id from ask b where b.id = $4 and b.state <> 'draft'))
  order by opened_at desc, id desc limit $5::int + 1
)
select (select count(distinct asker_id)::int from asks) as asking,
  (select count(*)::int from ask d where d.asker_id = $2 and d.state = 'draft') as drafts,
  ${LATEST_TOLD} as told, ${OPENING_TOLD} as opening,
  (select json_agg(${SHOWN}, 'answers', ${ANSWERS}, 'questions', ${QUESTIONS})
    order by asks.opened_at desc, asks.id desc) from own asks) as own,
  (select json_agg(${SHOWN}, 'offered', ${OFFERED}, 'answered', ${ANSWERED},
    'asked', exists (select from ask_question q where q.ask_id = asks.id and q.person_id = $2))
    order by asks.starts_at, case when asks.starts_at is null then asks.opened_at end desc,
      asks.id desc)
    from (select * from agenda union all select * from others) asks) as others`;
