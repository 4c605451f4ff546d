import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import {
  commitmentsAt,
  questionsAt,
  sessionBefore,
} from '#app/records/rows/record-parts.server.ts';
import { db } from '#db/database.server.ts';
import type { RecordView } from './record-view.ts';

/** Members who were there to be asked, with what they replied to the time it was held at. */
const PEOPLE = sql`(
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'came', a.came,
      'answer', r.answer, 'word', coalesce(r.word, ''))
    order by m.joined_at, p.id), '[]')
  from membership m
  join person p on p.id = m.person_id
  left join session_attendance a on a.circle_id = m.circle_id and a.session_id = s.id
    and a.person_id = m.person_id
  left join session_reply r on r.circle_id = m.circle_id and r.session_id = s.id
    and r.person_id = m.person_id
    and case when s.moved_at is null then true else r.replied_at >= s.moved_at end
  where m.circle_id = s.circle_id
    and case when a.person_id is not null then true
      else m.joined_at < s.starts_at + s.minutes * interval '1 minute'
        and not exists (select from person_deactivation d where d.person_id = m.person_id) end)`;

const CAME_AND_LEFT = sql`(
  select count(*)::int from session_attendance a
  where a.circle_id = s.circle_id and a.session_id = s.id and a.came <> 'absent'
    and not exists (select from membership m
      where m.circle_id = a.circle_id and m.person_id = a.person_id))`;

const TAKEAWAYS = sql`(
  select coalesce(json_agg(json_build_object('personId', t.person_id,
      'name', case when m.person_id is not null then p.name end, 'body', t.body, 'reach', t.reach)
    order by t.written_at, t.person_id), '[]')
  from session_takeaway t
  join person p on p.id = t.person_id
  left join membership m on m.circle_id = t.circle_id and m.person_id = t.person_id
  where t.circle_id = s.circle_id and t.session_id = s.id and t.removed_at is null
    and t.reach <> 'room')`;

const IN_ROOM = sql`(
  select count(*)::int from session_takeaway t
  where t.circle_id = s.circle_id and t.session_id = s.id and t.removed_at is null
    and t.reach = 'room')`;

const USED = sql`(
  select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'minutes', i.minutes,
      'deck', i.deck, 'card', i.card, 'questionId', i.question_id, 'leftOut', i.left_out)
    order by i.position), '[]')
  from agenda_item i where i.circle_id = s.circle_id and i.session_id = s.id)`;

interface Row extends Omit<RecordView, 'before' | 'nextAt'> {
  next_at: Date | null;
  before_id: number | null;
  before_at: Date | null;
  before_commitments: RecordView['commitments'];
}

/** What is kept of a session; null where the circle has no such session. One statement. */
export async function recordOf(
  member: Member,
  sessionId: number,
  { now = new Date() } = {},
): Promise<RecordView | null> {
  const { circleId, personId, role } = member;
  const { rows } = await sql<Row>`
    select ${PEOPLE} as people, ${CAME_AND_LEFT} as "cameAndLeft", exists (
        select from session_attendance a
        where a.circle_id = s.circle_id and a.session_id = s.id) as "isNoted",
      ${commitmentsAt('s', personId)} as commitments,
      before.id as before_id, before.starts_at as before_at,
      ${commitmentsAt('before', personId)} as before_commitments,
      (select min(n.starts_at) from session n
        where n.circle_id = s.circle_id and n.starts_at > s.starts_at and not exists (
          select from session_cancellation o
          where o.circle_id = n.circle_id and o.session_id = n.id)) as next_at,
      ${TAKEAWAYS} as takeaways, ${IN_ROOM} as "inRoom", (
        select json_build_object('body', t.body, 'reach', t.reach, 'version', t.version,
          'takenBack', t.removed_at is not null)
        from session_takeaway t where t.circle_id = s.circle_id and t.session_id = s.id
          and t.person_id = ${personId}) as mine,
      ${USED} as used,
      ${questionsAt({ personId, runs: role !== 'member' }, now)} as questions, (
        select json_build_object('html', k.body_html, 'body', k.body) from session_minutes k
        where k.circle_id = s.circle_id and k.session_id = s.id and k.body <> '') as minutes, (
        select q.thread_id from session_question_thread q
        where q.circle_id = s.circle_id and q.session_id = s.id) as "threadId", (
        select json_build_object('id', p.id, 'name', p.name) from person p
        where p.id = s.note_taker_id) as scribe
    from session s
    ${sessionBefore}
    where s.circle_id = ${circleId} and s.id = ${sessionId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { next_at, before_id, before_at, before_commitments, ...record } = row;
  return {
    ...record,
    nextAt: next_at?.toISOString() ?? null,
    before:
      before_id === null || before_at === null
        ? null
        : {
            sessionId: before_id,
            startsAt: before_at.toISOString(),
            commitments: before_commitments,
          },
  };
}
