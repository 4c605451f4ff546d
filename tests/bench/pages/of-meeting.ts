import type { Community } from '../fill/community.ts';
import { type Page, query } from './page.ts';

/** Finding a time, what comes again, what is to come and what is kept of it. */
export function pagesOfMeeting({ circle, ids }: Community): Page[] {
  return [
    {
      name: 'session',
      path: `${circle}/sessions/${ids.session}`,
      content: () => [
        query(
          `select s.*, p.name, y.answer, y.word from session s
           left join session_reply y on y.circle_id = s.circle_id and y.session_id = s.id
           left join person p on p.id = y.person_id
           where s.circle_id = $1 and s.id = $2`,
          ids.circle,
          ids.session,
        ),
        query(
          `select title, minutes, deck, card from agenda_item
           where circle_id = $1 and session_id = $2 order by position`,
          ids.circle,
          ids.session,
        ),
      ],
    },
    {
      name: 'series',
      path: `${circle}/series/${ids.series}`,
      content: () => [
        query(
          `select e.*, p.name from series e left join person p on p.id = e.facilitator_id
           where e.circle_id = $1 and e.id = $2`,
          ids.circle,
          ids.series,
        ),
        query(
          `select s.id, s.starts_at, s.occurs_on, s.minutes, s.changed_alone, c.reason
           from session s left join session_cancellation c
             on c.circle_id = s.circle_id and c.session_id = s.id
           where s.circle_id = $1 and s.series_id = $2 and s.starts_at > now()
           order by s.starts_at`,
          ids.circle,
          ids.series,
        ),
      ],
    },
    {
      name: 'poll',
      path: `${circle}/polls/${ids.poll}`,
      content: () => [
        query(
          `select q.*, p.name from time_poll q join person p on p.id = q.asked_by
           where q.circle_id = $1 and q.id = $2`,
          ids.circle,
          ids.poll,
        ),
        query(
          `select l.id, l.starts_at, a.answer, p.id as person_id, p.name, p.time_zone
           from time_poll_slot l
           left join time_poll_answer a on a.circle_id = l.circle_id and a.slot_id = l.id
           left join person p on p.id = a.person_id
           where l.circle_id = $1 and l.poll_id = $2 order by l.starts_at, p.id`,
          ids.circle,
          ids.poll,
        ),
      ],
    },
    {
      name: 'record',
      path: `${circle}/sessions/${ids.held}/record`,
      content: () => [
        query(
          `select s.*, m.body_html from session s left join session_minutes m
             on m.circle_id = s.circle_id and m.session_id = s.id
           where s.circle_id = $1 and s.id = $2`,
          ids.circle,
          ids.held,
        ),
        query(
          `select i.title, i.minutes, i.deck, i.card, q.body from agenda_item i
           left join session_question q on q.circle_id = i.circle_id and q.id = i.question_id
           where i.circle_id = $1 and i.session_id = $2 order by i.position`,
          ids.circle,
          ids.held,
        ),
        query(
          `select p.name, a.came, c.act, c.by_on, c.became, t.body, t.reach
           from session_attendance a join person p on p.id = a.person_id
           left join commitment c on c.circle_id = a.circle_id and c.session_id = a.session_id
             and c.person_id = a.person_id
           left join session_takeaway t on t.circle_id = a.circle_id
             and t.session_id = a.session_id and t.person_id = a.person_id
           where a.circle_id = $1 and a.session_id = $2`,
          ids.circle,
          ids.held,
        ),
      ],
    },
  ];
}
