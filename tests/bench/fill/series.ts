import type { Filling } from './filling.ts';

/** How many slots a poll has, and a day how many hours. */
const SLOTS = 12;
const HOURS = 3;

/** The series that each circle's sessions are of, with a day it skips, and the poll it has open. */
export async function fillSeries({ run }: Filling): Promise<void> {
  await run(
    `insert into series (circle_id, title, minutes, place, rule, starts_on, at_time, time_zone,
       facilitator_id, made_until, calendar_uid, created_by, submission_key)
     select s.circle_id, '', 75, 'https://meet.example.org/tuesday-leads',
       'FREQ=WEEKLY;INTERVAL=2;BYDAY=' ||
         (array['MO','TU','WE','TH','FR','SA','SU'])[extract(isodow from min(s.starts_at))::int],
       min(s.starts_at)::date, '19:00', 'Europe/Madrid', t.person_id, max(s.starts_at)::date,
       gen_random_uuid() || '@octavo', t.person_id, gen_random_uuid()
     from session s join seat t on t.circle_id = s.circle_id and t.j = 0
     group by s.circle_id, t.person_id order by s.circle_id`,
  );
  await run(
    `update session s set series_id = e.id, occurs_on = s.starts_at::date
     from series e where e.circle_id = s.circle_id`,
  );
  await run(
    `insert into series_skip (circle_id, series_id, occurs_on, by_person_id)
     select circle_id, id, made_until - 14, created_by from series`,
  );
  await run(
    `insert into session_cancellation (circle_id, session_id, reason, by_person_id)
     select k.circle_id, s.id, 'The week before the holidays.', k.by_person_id
     from series_skip k join session s on s.circle_id = k.circle_id
       and s.series_id = k.series_id and s.occurs_on = k.occurs_on`,
  );
  await fillPolls(run);
}

/** Who has not answered is also in each circle. */
async function fillPolls(run: Filling['run']): Promise<void> {
  await run(
    `insert into time_poll (circle_id, kind, title, minutes, time_zone, facilitator_id, asked_by,
       submission_key)
     select circle_id, 'dates', 'An hour for the case of Tomasz', 60, 'Europe/Madrid', person_id,
       person_id, gen_random_uuid()
     from seat where j = 0 order by circle_id`,
  );
  await run(
    `insert into time_poll_slot (circle_id, poll_id, on_date, at_time, starts_at, calendar_uid)
     select p.circle_id, p.id, day::date, to_char(day + hour * interval '1 hour', 'HH24:MI'),
       day + (hour - 1) * interval '1 hour', gen_random_uuid() || '@octavo'
     from time_poll p, generate_series(0, ${SLOTS - 1}) n,
       lateral (select date_trunc('day', now()) + (5 + n / ${HOURS}) * interval '1 day' as day,
         (array[8, 13, 18])[1 + n % ${HOURS}] as hour) at
     order by p.id, n`,
  );
  await run(
    `insert into time_poll_answer (circle_id, poll_id, slot_id, person_id, answer)
     select l.circle_id, l.poll_id, l.id, t.person_id,
       (array['yes','if_need_be','no','yes'])[1 + (l.id + t.j * t.j) % 4]
     from time_poll_slot l join seat t on t.circle_id = l.circle_id
     where t.j not in (3, 6)`,
  );
}
