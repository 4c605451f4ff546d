import { sql } from 'kysely';
import { type Duty, type InTurn, LATELY_DAYS } from '#app/series/rota/rules/turn.ts';
import { DAY } from '#app/time/spans.ts';
import type { Executor } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

interface PersonRow {
  person_id: number;
  name: string;
  joined_at: Date;
  closed: boolean;
  paused: boolean;
  until_on: string | null;
  met: boolean;
  said_no: boolean;
  out: Duty[];
  turns: { duty: Duty; at: string }[];
}

/** A member with what a turn depends on, of either duty. */
export interface PersonOfRota extends Omit<InTurn, 'turns' | 'out' | 'busy'> {
  name: string;
  /** the last day of their pause; null: until they say so, or none */
  pausedUntil: string | null;
  saidNo: boolean;
  /** what they passed on at the session, or were passed over for */
  passed: readonly Duty[];
  turnsAt: (duty: Duty) => Date[];
}

/**
 * Everybody in the circle, as the turns of one session see them.
 * @param of.session null: of one that is not set yet
 * @param of.today the day it is in the circle's zone: pauses end by it
 */
export async function peopleOfRota(
  from: Executor,
  { circleId }: InCircle,
  { session, today, now }: { session: number | null; today: string; now: Date },
): Promise<PersonOfRota[]> {
  const since = new Date(now.getTime() - LATELY_DAYS * DAY);
  const { rows } = await sql<PersonRow>`
    select m.person_id, p.name, m.joined_at,
      exists (select from person_deactivation d where d.person_id = m.person_id) as closed,
      pause.person_id is not null and (pause.until_on is null or pause.until_on >= ${today}::date)
        as paused,
      to_char(pause.until_on, 'YYYY-MM-DD') as until_on,
      exists (select from session e where e.circle_id = m.circle_id
        and e.starts_at > m.joined_at and e.starts_at < coalesce(s.starts_at, ${now}::timestamptz)
        and not exists (select from session_cancellation c
          where c.circle_id = e.circle_id and c.session_id = e.id offset 0) offset 0) as met,
      coalesce(r.answer = 'no' and (s.moved_at is null or r.replied_at >= s.moved_at), false)
        as said_no,
      array(select distinct t.duty from rota_turn t
        where t.circle_id = m.circle_id and t.session_id = s.id and t.person_id = m.person_id
          and t.how in ('passed', 'skipped') and t.at >= coalesce(s.moved_at, '-infinity')) as out,
      coalesce((select json_agg(json_build_object('duty', held.duty, 'at', e.starts_at))
        from session e, lateral (values ('run', e.facilitator_id), ('notes', e.note_taker_id))
          as held(duty, person_id)
        where e.circle_id = m.circle_id and e.starts_at > ${since} and held.person_id = m.person_id
          and e.id is distinct from s.id
          and not exists (select from session_cancellation c
            where c.circle_id = e.circle_id and c.session_id = e.id offset 0)), '[]') as turns
    from membership m
    join person p on p.id = m.person_id
    left join rota_pause pause on pause.circle_id = m.circle_id and pause.person_id = m.person_id
    left join session s on s.circle_id = m.circle_id and s.id = ${session}::bigint
    left join session_reply r on r.circle_id = m.circle_id and r.session_id = s.id
      and r.person_id = m.person_id
    where m.circle_id = ${circleId}
    order by m.joined_at, m.person_id`.execute(from);
  return rows.map((row) => ({
    ...{ personId: row.person_id, name: row.name, joinedAt: new Date(row.joined_at) },
    ...{ closed: row.closed, paused: row.paused, met: row.met, saidNo: row.said_no },
    pausedUntil: row.paused ? row.until_on : null,
    passed: row.out,
    turnsAt: (duty) => row.turns.flatMap((turn) => (turn.duty === duty ? [new Date(turn.at)] : [])),
  }));
}

/** The same person, as a turn at one duty sees them. */
export const forDuty = (
  person: PersonOfRota,
  duty: Duty,
  held: Partial<Record<Duty, number | null>> = {},
): InTurn => ({
  ...person,
  turns: person.turnsAt(duty),
  out: person.saidNo || person.passed.includes(duty),
  busy: held[duty === 'run' ? 'notes' : 'run'] === person.personId,
});
