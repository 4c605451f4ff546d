import { sql } from 'kysely';
import { comesBackAt } from '#app/mentoring/offers/rules/not-now.server.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import type { Tx } from '#db/database.server.ts';
import { db } from '#db/database.server.ts';
import { theirs } from './ask-row.server.ts';

// One that closed by itself may have waited for this day; what was closed by hand waits for nothing.
const WAITS = sql`(a.state = 'open' or a.closed_as = 'expired')
  and not exists (select from person_deactivation d where d.person_id = o.helper_id)
  and not exists (select from person_block b
    where (b.person_id = o.helper_id and b.blocked_id = a.asker_id)
      or (b.person_id = a.asker_id and b.blocked_id = o.helper_id))`;

/** Those whose day may have come; no zone is further than a day from UTC. */
export async function toRemind(now: Date): Promise<{ askId: number; offerId: number }[]> {
  const { rows } = await sql<{ askId: number; offerId: number }>`
    select o.ask_id as "askId", o.id as "offerId" from offer o join ask a on a.id = o.ask_id
    where o.remind and o.reminded_at is null
      and o.until <= ${addDays(todayIn('UTC', now), 1)}::date and ${WAITS}
    order by o.id`.execute(theirs(db));
  return rows;
}

interface Due {
  until: string;
  askerId: number;
  zone: string;
  quietFrom: number | null;
  quietTo: number | null;
}

/** Reminds an asker of a “not now” in the morning of the day that it named, on their own clock. */
export async function remindOfNotNow(
  tx: Tx,
  askId: number,
  offerId: number,
  now: Date,
): Promise<void> {
  await sql`select from ask where id = ${askId} for update`.execute(theirs(tx));
  const { rows } = await sql<Due>`
    select o.until, a.asker_id as "askerId", p.time_zone as zone, h.quiet_from as "quietFrom",
      h.quiet_to as "quietTo"
    from offer o join ask a on a.id = o.ask_id join person p on p.id = a.asker_id
    left join mail_hours h on h.person_id = p.id
    where o.id = ${offerId} and o.remind and o.reminded_at is null and ${WAITS}
    for update of o`.execute(theirs(tx));
  const [due] = rows;
  if (!due) return;
  const { until, zone, quietFrom: from, quietTo: to } = due;
  const quiet = from !== null && to !== null ? { from, to } : null;
  if (comesBackAt(until, zone, quiet) > now) return;
  await tx.updateTable('offer').set({ reminded_at: now }).where('id', '=', offerId).execute();
  await tellPeople(tx, [due.askerId], {
    ...{ occasion: 'offer-due', thing: offerId, detail: {}, by: null, at: now },
  });
}
