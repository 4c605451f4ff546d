import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { addDays, startOfDay } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';

/** What the circle did together while it read a book. Of the circle, never of a person. */
export interface SeasonNumbers {
  sessions: number;
  notes: number;
  cards: number;
}

export async function seasonNumbers(
  { circleId, circle }: Member,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  now: Date,
): Promise<SeasonNumbers> {
  const zone = circle.timeZone;
  const { rows } = await sql<SeasonNumbers>`
    with span as (
      select ${startOfDay(startsOn, zone)}::timestamptz as since,
        ${startOfDay(addDays(endsOn, 1), zone)}::timestamptz as until
    ), held as (
      select s.id from session s, span
      where s.circle_id = ${circleId} and s.starts_at >= since and s.starts_at < until
        and s.starts_at <= ${now}
        and not exists (select from session_cancellation x
          where x.circle_id = s.circle_id and x.session_id = s.id)
    )
    select (select count(*) from held) as sessions,
      (select count(*) from note n, span
        where n.circle_id = ${circleId} and n.posted_at >= since and n.posted_at < until
          and not exists (select from note_deletion d
            where d.circle_id = n.circle_id and d.note_id = n.id)) as notes,
      (select count(distinct (a.deck, a.card)) from agenda_item a join held on held.id = a.session_id
        where a.circle_id = ${circleId} and a.card is not null) as cards`.execute(db);
  return rows[0] ?? { sessions: 0, notes: 0, cards: 0 };
}
