import { type Kysely, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The wall clock that its close was set by, from which its moment follows; null: no clock here knew its zone.
alter table book_choice
  add closes_on date,
  add closes_time text check (closes_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add second_time boolean not null default false,
  add check ((closes_on is null) = (closes_time is null));

-- The day until whose end its members say whether they stay; null: no clock here knew its zone.
alter table wrap add answer_on date;

-- Who set the time it is at, and so has said yes to it; null: who made it.
alter table conversation_meeting add timed_by bigint references person;
`)
    .execute(db);
  await readChoices(db);
  await readWraps(db);
}

async function readChoices(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; at: Date; zone: string }>`
    select id, closes_at as at, time_zone as zone from book_choice`.execute(db);
  const read = rows.flatMap(({ id, at, zone }) => {
    const clock = clockOf(at, zone);
    return clock ? [{ id, ...clock }] : [];
  });
  await sql`
    update book_choice b set closes_on = c.date, closes_time = c.time, second_time = c.second
    from json_to_recordset(${JSON.stringify(read)}::json)
      as c (id bigint, date date, time text, second boolean)
    where b.id = c.id`.execute(db);
}

async function readWraps(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ circle: string; reading: string; at: Date; zone: string }>`
    select circle_id as circle, reading_id as reading, answer_by as at, time_zone as zone
    from wrap`.execute(db);
  const read = rows.flatMap(({ circle, reading, at, zone }) => {
    const clock = clockOf(at, zone);
    return clock?.time === '23:59' ? [{ circle, reading, date: clock.date }] : [];
  });
  await sql`
    update wrap w set answer_on = c.date
    from json_to_recordset(${JSON.stringify(read)}::json)
      as c (circle bigint, reading bigint, date date)
    where w.circle_id = c.circle and w.reading_id = c.reading`.execute(db);
}

/** What clocks show; null where this machine has no clocks for the zone, or they show seconds. */
function clockOf(at: Date, zone: string) {
  try {
    const when = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
    if (when.second !== 0 || when.millisecond !== 0) return null;
    const shown = when.toPlainDateTime();
    const first = shown.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return {
      date: shown.toPlainDate().toString(),
      time: shown.toPlainTime().toString({ smallestUnit: 'minute' }),
      second: !first.equals(when),
    };
  } catch {
    return null;
  }
}
