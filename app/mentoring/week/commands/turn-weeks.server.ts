import { sql } from 'kysely';
import { tellOfWeek } from '#app/mentoring/week/rows/tell-of-week.server.ts';
import { keepTurns, lastDay, lockAsking } from '#app/mentoring/week/rows/weeks.server.ts';
import {
  FURTHEST_DAYS,
  firstTurn,
  fortnightAfter,
  hourOn,
  isLate,
  type Turn,
  turnDue,
} from '#app/mentoring/week/rules/turns.ts';
import { SKIPS } from '#app/mentoring/week/rules/week.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';

interface Sweep {
  person_id: number;
  zone: string;
}

const isHere = sql`not exists (select from person_deactivation d where d.person_id = p.id)`;

/**
 * Every hour: asks whom they will ask of each whose day and hour have come, and repeats to each their
 * own sentence at the hour they chose. Each once, however many processes sweep; what was missed is
 * not made up, and a day that a wrong clock put too far ahead is brought back.
 */
export async function turnWeeks({ now = new Date() }: Clock = {}): Promise<void> {
  // No zone is further than a day from UTC.
  const today = todayIn('UTC', now);
  const tomorrow = addDays(today, 1);
  const due = await sql<Sweep>`
    select w.person_id, p.time_zone as zone
    from weekly_asking w join person p on p.id = w.person_id
    where (w.next_on <= ${tomorrow} or w.next_on > ${addDays(tomorrow, FURTHEST_DAYS)})
      and ${isHere}
    order by w.person_id`.execute(db);
  for (const { person_id, zone } of due.rows) {
    await one((tx) => turnFor(tx, person_id, zone, now));
  }
  const planned = await sql<Sweep & { id: number }>`
    select k.id, k.person_id, p.time_zone as zone
    from weekly_ask k
    join weekly_asking w on w.person_id = k.person_id and w.next_on is not null
    join person p on p.id = k.person_id
    where k.remind_on <= ${tomorrow} and k.reminded_at is null and k.result is null and ${isHere}
    order by k.id`.execute(db);
  for (const { id, person_id, zone } of planned.rows) {
    await one((tx) => remind(tx, id, person_id, zone, now));
  }
}

/** Each person’s is a transaction of its own: one that fails takes back nobody else’s. */
const one = (act: (tx: Tx) => Promise<void>) => db.transaction().execute(act);

async function turnFor(tx: Tx, personId: number, zone: string, now: Date): Promise<void> {
  const asking = await lockAsking(tx, personId);
  if (!asking?.nextOn) return;
  const last = await lastDay(tx, personId);
  if (asking.nextOn > addDays(todayIn(zone, now), FURTHEST_DAYS)) {
    return void (await keepTurns(tx, personId, {
      ...asking,
      nextOn: firstTurn(asking, zone, now, last),
    }));
  }
  const turn = turnDue(asking.nextOn, asking, zone, now);
  if (!turn) return;
  if (turn.day === null) {
    return void (await keepTurns(tx, personId, { ...asking, nextOn: turn.nextOn }));
  }
  await beginWeek(tx, personId, { ...asking, ...turn, day: turn.day }, now);
}

/** A week nobody said a word of is a skip; after two of them the next one comes in a fortnight. */
async function beginWeek(
  tx: Tx,
  personId: number,
  { day, nextOn, everyWeeks, skips }: Turn & { day: string; everyWeeks: number; skips: number },
  now: Date,
): Promise<void> {
  const left = await sql`
    update weekly_ask k set result = 'skipped', result_at = ${now}, version = version + 1
    where k.person_id = ${personId} and k.result is null and k.whom = ''
      and k.for_day = (select max(l.for_day) from weekly_ask l
        where l.person_id = ${personId} and l.for_day < ${day}::date)
    returning k.id`.execute(tx);
  const skipped = everyWeeks === 1 ? skips + left.rows.length : 0;
  const slowed = skipped >= SKIPS;
  await keepTurns(tx, personId, {
    everyWeeks: slowed ? 2 : everyWeeks,
    skips: slowed ? 0 : skipped,
    nextOn: slowed ? fortnightAfter(day) : nextOn,
  });
  const week = await tx
    .insertInto('weekly_ask')
    .values({ person_id: personId, for_day: day })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (week) {
    await tellOfWeek(tx, personId, { what: 'week-begins', weekId: week.id, slowed, at: now });
  }
}

async function remind(tx: Tx, weekId: number, personId: number, zone: string, now: Date) {
  const week = await tx
    .selectFrom('weekly_ask')
    .select(['remind_on', 'remind_hour'])
    .where('id', '=', weekId)
    .where('reminded_at', 'is', null)
    .where('result', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!week || week.remind_on === null || week.remind_hour === null) return;
  if (hourOn(week.remind_on, week.remind_hour, zone) > now) return;
  await tx.updateTable('weekly_ask').set({ reminded_at: now }).where('id', '=', weekId).execute();
  if (isLate(week.remind_on, zone, now)) return;
  await tellOfWeek(tx, personId, { what: 'week-reminder', weekId, slowed: false, at: now });
}
