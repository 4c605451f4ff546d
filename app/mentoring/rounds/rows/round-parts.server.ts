import { type RawBuilder, sql } from 'kysely';

/** Parts of statements that read a round: `r` is its row (ask_round), or that of no round. */

/** Whether somebody is a member of the round's circle now. @param id an expression */
export const isHere = (id: string): RawBuilder<boolean> => sql`exists (
  select from membership here
  where here.circle_id = r.circle_id and here.person_id = ${sql.raw(id)} and not exists (
    select from person_deactivation gone where gone.person_id = here.person_id))`;

/** How many are in the circle, and how many of them have written one: never who, and never what. */
export const writtenFor = sql`
  (select count(*)::int from membership m
    where m.circle_id = r.circle_id and not exists (
      select from person_deactivation d where d.person_id = m.person_id)) as people,
  (select count(*)::int from round_ask w
    join ask a on a.id = w.ask_id and a.title <> '' and a.state <> 'closed'
    where w.circle_id = r.circle_id and w.session_id = r.session_id
      and ${isHere('w.person_id')}) as written`;

/** What somebody brings themselves; null where they have not said. */
export const mineInRound = (personId: number) => sql`(
  select json_build_object('sent', w.turn is not null, 'ask', (
      select json_build_object('id', a.id, 'title', a.title, 'body', a.body, 'version', a.version,
        'state', a.state)
      from ask a where a.id = w.ask_id and a.asker_id = ${personId}))
  from round_ask w
  where w.circle_id = r.circle_id and w.session_id = r.session_id and w.person_id = ${personId})`;

/**
 * Who helps whom, of what was said in the round: no name of who left. What was only offered, by or to
 * one of them, is over.
 */
export const helpingInRound = sql`(
  select coalesce(json_agg(json_build_object('askId', a.id, 'taken', o.state = 'taken',
      'asker', case when ${isHere('a.asker_id')} then asker.name end,
      'helper', case when ${isHere('o.helper_id')} then helper.name end) order by w.turn, o.made_at), '[]')
  from round_ask w
  join ask a on a.id = w.ask_id
  join offer o on o.ask_id = a.id and o.made_at >= r.opened_at
    and o.made_at <= coalesce(r.closed_at, 'infinity')
  join person asker on asker.id = a.asker_id
  join person helper on helper.id = o.helper_id
  where w.circle_id = r.circle_id and w.session_id = r.session_id and w.turn is not null
    and (o.state = 'taken' or (o.state = 'made' and a.state = 'open'
      and ${isHere('a.asker_id')} and ${isHere('o.helper_id')})))`;
