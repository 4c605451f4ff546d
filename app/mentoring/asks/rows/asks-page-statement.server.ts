/** So many closed asks are on a page. */
export const CLOSED_A_PAGE = 20;
/** So many others are asked of somebody are shown; the boards have them all. */
const MOST_ASKED = 40;
const MOST_OPEN = 60;

export interface AsksPageRow {
  drafts: { id: number; title: string; body: string; savedAt: string }[] | null;
  open: { id: number; title: string; openedAt: string; offers: number }[] | null;
  asked: { id: number; title: string; by: string; at: string; alone: boolean }[] | null;
  conversations: { id: number; title: string; with: string; at: string }[] | null;
  closed: { id: number; title: string; closedAt: string; closedAs: string }[] | null;
}

const notBlocked = (one: string, other: string) => `not exists (select from person_block b
  where (b.person_id = ${one} and b.blocked_id = ${other})
    or (b.person_id = ${other} and b.blocked_id = ${one}))`;

const BY = `a.asker_id <> $1 and a.state = 'open' and ${notBlocked('a.asker_id', '$1')}
  and not exists (select from person_deactivation d where d.person_id = a.asker_id)
  and not exists (select from offer o where o.ask_id = a.id and o.helper_id = $1)`;

/** The asks that reach somebody: access/asks.server.ts says the same of one. */
const REACHING = `
  select r.ask_id, max(r.at) as at, bool_or(r.person_id is not null) as alone
  from (
    select r.ask_id, r.at, r.person_id from ask_reach r join ask a on a.id = r.ask_id
    join membership m on m.circle_id = r.circle_id and m.person_id = a.asker_id
      and m.circle_id = any($2::bigint[])
    where r.circle_id = any($2::bigint[]) and ${BY}
    union all
    select r.ask_id, r.at, r.person_id from ask_reach r join ask a on a.id = r.ask_id
    where r.person_id = $1 and ${BY} and (r.kind = 'site' or exists (
      select from membership m where m.circle_id = any($2::bigint[]) and m.person_id = a.asker_id))
  ) r group by r.ask_id order by max(r.at) desc, r.ask_id desc limit ${MOST_ASKED}`;

/**
 * What the person $1, in the circles $2, asks and is asked: their drafts, their open asks, what
 * reaches them and waits for their answer, their conversations, and so many closed ones before $3 and
 * $4.
 */
export const ASKS_PAGE = `
select (
  select json_agg(json_build_object('id', d.id, 'title', d.title, 'body', left(d.body, 200),
    'savedAt', d.saved_at) order by d.saved_at desc, d.id desc)
  from ask d where d.asker_id = $1 and d.state = 'draft'
) as drafts, (
  select json_agg(json_build_object('id', o.id, 'title', o.title, 'openedAt', o.opened_at,
    'offers', (select count(*) from offer f where f.ask_id = o.id and f.state = 'made'))
    order by o.opened_at desc, o.id desc)
  from (select * from ask a where a.asker_id = $1 and a.state = 'open'
    order by a.opened_at desc, a.id desc limit ${MOST_OPEN}) o
) as open, (
  select json_agg(json_build_object('id', a.id, 'title', a.title, 'by', p.name, 'at', r.at,
    'alone', r.alone) order by r.alone desc, r.at desc, a.id desc)
  from (${REACHING}) r join ask a on a.id = r.ask_id join person p on p.id = a.asker_id
) as asked, (
  select json_agg(json_build_object('id', c.id, 'title', a.title, 'with', p.name,
    'at', coalesce(c.last_note_at, c.opened_at))
    order by coalesce(c.last_note_at, c.opened_at) desc, c.id desc)
  from conversation c join ask a on a.id = c.ask_id
  join person p on p.id = case when c.asker_id = $1 then c.helper_id else c.asker_id end
  where c.ended_at is null and $1 in (c.asker_id, c.helper_id)
    and not exists (select from person_block b where b.blocked_id = $1
      and b.person_id in (c.asker_id, c.helper_id))
) as conversations, (
  select json_agg(json_build_object('id', x.id, 'title', x.title, 'closedAt', x.closed_at,
    'closedAs', x.closed_as) order by x.closed_at desc, x.id desc)
  from (select * from ask a where a.asker_id = $1 and a.state = 'closed'
      and ($3::timestamptz is null or (a.closed_at, a.id) < ($3::timestamptz, $4::bigint))
    order by a.closed_at desc, a.id desc limit ${CLOSED_A_PAGE + 1}) x
) as closed`;
