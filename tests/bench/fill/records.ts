import type { Filling } from './filling.ts';

const MINUTES =
  'We began with what stayed with each of us, and came to the case after half an hour.';

/** What is kept of the sessions that were, and what is brought to all of them. */
export async function fillRecords({ run }: Filling): Promise<void> {
  await run(
    `insert into session_close (circle_id, session_id, at)
     select circle_id, id, starts_at + interval '2 hours' from session where starts_at < now()`,
  );
  await run(
    `insert into session_attendance (circle_id, session_id, person_id, came, noted_by)
     select s.circle_id, s.id, t.person_id, (array['came','came','came','late','absent'])[1 + t.j % 5],
       s.facilitator_id
     from session s join seat t on t.circle_id = s.circle_id where s.starts_at < now()`,
  );
  await run(
    `insert into session_question (circle_id, session_id, person_id, body)
     select s.circle_id, s.id, t.person_id, 'Where does the slack in our own week come from?'
     from session s join seat t on t.circle_id = s.circle_id and t.j in (1, 4)
     order by s.id, t.j`,
  );
  await run(
    `insert into agenda_item (circle_id, session_id, position, title, minutes, question_id)
     select circle_id, session_id, 5, 'A question from one of us', 10, min(id)
     from session_question group by circle_id, session_id`,
  );
  await run(
    `insert into session_minutes (circle_id, session_id, body, body_html, written_by)
     select circle_id, id, $1, '<p>' || $1 || '</p>', facilitator_id
     from session where starts_at < now()`,
    [MINUTES],
  );
  await run(
    `insert into session_takeaway (circle_id, session_id, person_id, body, reach)
     select s.circle_id, s.id, t.person_id, 'A delay is easier to bear once it has a name.',
       (array['circle','room','quotable'])[1 + t.j % 3]
     from session s join seat t on t.circle_id = s.circle_id and t.j < 5
     where s.starts_at < now()`,
  );
  await run(
    `insert into commitment (circle_id, session_id, person_id, act, by_on, became, became_at)
     select s.circle_id, s.id, t.person_id, 'Ask Ana what she would leave out',
       (s.starts_at + interval '13 days')::date, b.became,
       case when b.became is not null then s.starts_at + interval '12 days' end
     from session s join seat t on t.circle_id = s.circle_id and t.j < 4,
       lateral (select (array['done','tried','passed',null])[1 + t.j] as became) b
     where s.starts_at < now()`,
  );
}
