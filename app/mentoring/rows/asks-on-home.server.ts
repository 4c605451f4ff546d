import { blockedBetween, closedAccount } from '#db/reads-ask.server.ts';

/** So many rows of one kind. What is more stands on the viewer's own page of asks. */
const MOST = 5;

const answeredBy = (person: string) => `exists (
  select from offer o where o.ask_id = a.id and o.helper_id = ${person})`;
const waitsForAsker = (person: string) => `exists (
  select from ask_question q
  where q.ask_id = a.id and q.person_id = ${person} and q.answer is null)`;
const strangers = (person: string) =>
  `(${blockedBetween(person, '$1::bigint')} or ${closedAccount(person)})`;

/** Asks to the viewer alone that they have not answered. */
const RECEIVED = `
select 'received' as kind, a.id, a.title, p.name as who, left(a.body_html, 2000) as html,
  a.needed_by, r.at
from ask_reach r
join ask a on a.id = r.ask_id and a.state = 'open'
join person p on p.id = a.asker_id
where r.person_id = $1 and r.kind = 'person' and not ${answeredBy('$1')}
  and not ${waitsForAsker('$1')} and not ${strangers('a.asker_id')}
  and exists (select from membership m
    where m.circle_id = any($2::bigint[]) and m.person_id = a.asker_id)
order by r.at limit ${MOST}`;

/** Offers on the viewer's asks, and questions about them, that wait for their word. */
const OFFERED = `
select 'offered' as kind, a.id, a.title, p.name as who, left(o.faced_html, 2000) as html,
  null::date as needed_by, o.changed_at as at
from ask a
join offer o on o.ask_id = a.id and o.state = 'made' and o.set_aside_at is null
join person p on p.id = o.helper_id
where a.asker_id = $1 and a.state = 'open' and not ${strangers('o.helper_id')}
order by o.changed_at limit ${MOST}`;

const QUESTIONED = `
select 'questioned' as kind, a.id, a.title, p.name as who, left(q.body_html, 2000) as html,
  null::date as needed_by, q.at
from ask a
join ask_question q on q.ask_id = a.id and q.answer is null
join person p on p.id = q.person_id
where a.asker_id = $1 and a.state = 'open' and not ${strangers('q.person_id')}
order by q.at limit ${MOST}`;

/** The viewer's conversations that go on, or ended a while ago at most; none they were blocked from. */
const CONVERSATIONS = `
select c.id, a.title, p.name as who, c.asked_after_at, c.last_note_at
from (
  select id, ask_id, helper_id as other_id, ended_at, asked_after_at, last_note_at
  from conversation where asker_id = $1
  union all
  select id, ask_id, asker_id, ended_at, asked_after_at, last_note_at
  from conversation where helper_id = $1
) c
join ask a on a.id = c.ask_id
join person p on p.id = c.other_id
where (c.ended_at is null or c.ended_at > $4::timestamptz - interval '30 days') and not exists (
  select from person_block b where b.person_id = c.other_id and b.blocked_id = $1)`;

/** What the other said and the viewer has not seen. Of it no word leaves the conversation. */
const SAID = `
select 'said' as kind, c.id, c.title, c.who, null::text as html, null::date as needed_by,
  c.last_note_at as at
from talks c
where exists (
  select from conversation_note n
  where n.conversation_id = c.id and n.author_id <> $1 and n.taken_back_at is null
    and not exists (select from conversation_visit v
      where v.conversation_id = c.id and v.person_id = $1 and v.seen @> n.id))
order by c.last_note_at limit ${MOST}`;

/** “Did it help?”, a few weeks long. */
const ASKED_AFTER = `
select 'asked-after' as kind, c.id, c.title, c.who, null::text as html, null::date as needed_by,
  c.asked_after_at as at
from talks c
where c.asked_after_at > $4::timestamptz - interval '21 days' and not exists (
  select from ask_outcome x where x.conversation_id = c.id and x.person_id = $1)
order by c.asked_after_at limit ${MOST}`;

/**
 * Asks in the viewer's circles that they have not answered and not yet looked at: as their inbox has
 * it, or, where it has nothing of an ask, for its first week, so that a newcomer finds it.
 */
const NEW = `
select distinct on (a.id) a.id, a.title, p.name as who, c.slug, c.name, c.cloth, a.opened_at as at
from circle c
join membership m on m.circle_id = c.id and m.circle_id = any($3::bigint[]) and m.person_id <> $1
join ask a on a.asker_id = m.person_id and a.state = 'open'
join person p on p.id = a.asker_id
where c.id = any($3::bigint[])
  and exists (select from ask_reach r where r.ask_id = a.id and r.circle_id = m.circle_id)
  and not ${answeredBy('$1')} and not ${waitsForAsker('$1')} and not ${strangers('a.asker_id')}
  and coalesce((
    select i.read_at is null from inbox_item i
    where i.circle_id = m.circle_id and i.person_id = $1 and i.topic = 'ask:' || a.id
  ), a.opened_at > $4::timestamptz - interval '7 days')
order by a.id, c.id`;

/**
 * What asks need of the viewer $1, who is in the circles $2, of which $3 are not archived, at $4: an
 * object of `needs` and `fresh`.
 */
export const ASKS_ON_HOME = `(
  with talks as materialized (${CONVERSATIONS})
  select json_build_object('needs', (
    select json_agg(json_build_object('kind', n.kind, 'id', n.id, 'title', n.title, 'who', n.who,
      'html', n.html, 'neededBy', n.needed_by))
    from ((${OFFERED}) union all (${QUESTIONED}) union all (${RECEIVED}) union all (${SAID})
      union all (${ASKED_AFTER})) n
  ), 'fresh', (
    select json_agg(json_build_object('id', n.id, 'title', n.title, 'who', n.who, 'slug', n.slug,
      'name', n.name, 'cloth', n.cloth) order by n.at desc, n.id desc)
    from (select * from (${NEW}) n order by n.at desc, n.id desc limit ${MOST}) n
  )))`;

export interface AsksOnHomeRow {
  needs:
    | {
        kind: 'received' | 'offered' | 'questioned' | 'said' | 'asked-after';
        /** of the ask, or of the conversation */
        id: number;
        title: string;
        who: string;
        html: string | null;
        neededBy: string | null;
      }[]
    | null;
  fresh:
    | { id: number; title: string; who: string; slug: string; name: string; cloth: string }[]
    | null;
}
