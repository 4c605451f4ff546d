import { sql } from 'kysely';

/** Parts of what is kept of a session, as columns of a select whose `s` is that session. */

/** A name as the circle has it now; null once they left. `p` is the person, `m` their membership. */
const NAME = sql`case when m.person_id is not null then p.name end`;

/** What was said at a session to be done until a day; `of` is that session's row. */
export const commitmentsAt = (of: 's' | 'before', personId: number) => {
  const session = sql.ref(of);
  return sql`(
    select coalesce(json_agg(json_build_object('id', c.id, 'personId', c.person_id,
        'name', ${NAME}, 'act', c.act, 'byOn', c.by_on, 'became', c.became, 'word', c.word,
        'version', c.version, 'askId', case when c.person_id = ${personId} then c.ask_id end)
      order by c.said_at, c.id), '[]')
    from commitment c
    join person p on p.id = c.person_id
    left join membership m on m.circle_id = c.circle_id and m.person_id = c.person_id
    where c.circle_id = ${session}.circle_id and c.session_id = ${session}.id
      and c.taken_back_at is null)`;
};

/**
 * The session before at which something was said to be done, in a join: `before.id` and
 * `before.starts_at`.
 */
export const sessionBefore = sql`
  left join lateral (
    select b.circle_id, b.id, b.starts_at from session b
    where b.circle_id = s.circle_id and b.starts_at < s.starts_at
      and exists (select from commitment c where c.circle_id = b.circle_id
        and c.session_id = b.id and c.taken_back_at is null)
    order by b.starts_at desc, b.id desc
    limit 1
  ) before on before.circle_id = s.circle_id`;

/**
 * The questions that this person may read now: their own; all of them, once the session has begun or
 * where they are to run it.
 */
export const questionsAt = (reader: { personId: number; runs: boolean }, now: Date) => sql`(
  select coalesce(json_agg(json_build_object('id', q.id, 'personId', q.person_id, 'name', ${NAME},
      'body', q.body, 'version', q.version, 'itemId', i.id, 'leftOut', i.left_out)
    order by i.position, q.at, q.id), '[]')
  from session_question q
  join person p on p.id = q.person_id
  left join membership m on m.circle_id = q.circle_id and m.person_id = q.person_id
  left join agenda_item i on i.circle_id = q.circle_id and i.session_id = q.session_id
    and i.question_id = q.id
  where q.circle_id = s.circle_id and q.session_id = s.id and q.taken_back_at is null
    and (q.person_id = ${reader.personId} or s.starts_at <= ${now}
      or ${reader.runs} or s.facilitator_id = ${reader.personId}))`;
