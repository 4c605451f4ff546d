import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
beforeAll(async () => {
  const name = `${inject('template')}_clocks_${process.pid}`;
  url = await createDatabase(inject('serverUrl'), name, 'template0');
});
afterAll(() => dropDatabase(url, inject('serverUrl')));

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
const WINTER = '2026-12-08T17:30:00Z';
const SUMMER = '2027-07-06T03:15:00Z';
/** What no zone says by itself: the two 02:30 of Madrid, seconds, and a zone nobody knows. */
const ODD: [at: string, zone: string, clock: string | null, second: boolean][] = [
  ['2026-10-25T00:30:00Z', 'Europe/Madrid', '2026-10-25 02:30', false],
  ['2026-10-25T01:30:00Z', 'Europe/Madrid', '2026-10-25 02:30', true],
  // Clocks there go back by half an hour.
  ['2027-04-03T15:15:00Z', 'Australia/Lord_Howe', '2027-04-04 01:45', true],
  ['2026-12-08T17:30:20Z', 'Europe/Madrid', null, false],
  [WINTER, 'Mars/Olympus', null, false],
];

test('sessions, meetings, choices and wraps of before have the clock they were set by, in every zone there is', async () => {
  const { db, pool } = connect(url, 2);
  try {
    await migrateTo(db, pool, '0043-polls');
    await pool.query(`
      insert into person (name, email, password_hash)
        values ('Ines', 'ines@example.org', 'x'), ('Noor', 'noor@example.org', 'x');
      insert into circle (slug, name, purpose, time_zone, created_by)
        values ('tuesday', 'Tuesday leads', '', 'UTC', 1);
      insert into membership (circle_id, person_id, role) values (1, 1, 'host')`);
    const all = [
      ...ZONES.flatMap((zone) => [WINTER, SUMMER].map((at) => [at, zone] as const)),
      ...ODD.map(([at, zone]) => [at, zone] as const),
    ];
    await pool.query(
      `insert into session (circle_id, title, starts_at, time_zone, minutes, place, calendar_uid,
         created_by, submission_key)
       select 1, '', at, zone, 60, '', gen_random_uuid()::text, 1, gen_random_uuid()
       from unnest($1::timestamptz[], $2::text[]) as s (at, zone)`,
      [all.map(([at]) => at), all.map(([, zone]) => zone)],
    );
    await pool.query(`
      select graphile_worker.add_job('remind-of-session', json_build_object('sessionId', ahead,
          'startsAt', now() + ahead * interval '1 day'),
        run_at := now() + (ahead - 1) * interval '1 day', job_key := 'session-reminder:' || ahead)
      from unnest(array[20, 10, 2]) as ahead`);

    await pool.query(
      `insert into book_choice (circle_id, opened_by, closes_at, time_zone, submission_key)
       select 1, 1, at, zone, gen_random_uuid()
       from unnest($1::timestamptz[], $2::text[]) as c (at, zone)`,
      [ODD.map(([at]) => at), ODD.map(([, zone]) => zone)],
    );
    await pool.query(`
      insert into book (circle_id, title, added_by, submission_key)
        values (1, 'Accelerate', 1, gen_random_uuid());
      insert into reading (circle_id, book_id, starts_on, ends_on, created_by, submission_key)
        select 1, 1, '2026-01-01', '2026-12-01', 1, gen_random_uuid() from generate_series(1, 3);
      insert into wrap (circle_id, reading_id, answer_by, time_zone) values
        (1, 1, '2026-12-08T22:59:00Z', 'Europe/Madrid'),
        (1, 2, '2026-12-08T22:00:00Z', 'Europe/Madrid'),
        (1, 3, '2026-12-08T23:59:00Z', 'Mars/Olympus')`);

    // Less than a day away it has been said, and no job waits.
    const { rows: near } = await pool.query(`
      insert into session (circle_id, title, starts_at, time_zone, minutes, place, calendar_uid,
        created_by, submission_key)
      select 1, '', date_trunc('minute', now()) + hours * interval '1 hour', 'UTC', 60, '',
        gen_random_uuid()::text, 1, gen_random_uuid()
      from unnest(array[20, 1, 21]) as hours
      returning id::int`);
    const [tonight, , off] = near.map(({ id }) => id);
    await pool.query(
      `insert into session_cancellation (circle_id, session_id, reason, by_person_id)
       values (1, $1, '', 1)`,
      [off],
    );

    await migrateToLatest(db, pool);

    const closes = await pool.query(`
      select closes_on::text || ' ' || closes_time as clock, second_time
      from book_choice order by id`);
    expect(closes.rows.map((row) => [row.clock, row.second_time])).toEqual(
      ODD.map(([, , clock, second]) => [clock, second]),
    );
    // One that is not until the end of a day keeps its moment alone.
    const wraps = await pool.query('select answer_on::text as day from wrap order by reading_id');
    expect(wraps.rows.map(({ day }) => day)).toEqual(['2026-12-08', null, null]);

    const { rows } = await pool.query(
      `
      select starts_at, time_zone, on_date::text || ' ' || at_time as clock, second_time
      from session where id <> all($1) order by id`,
      [near.map(({ id }) => id)],
    );
    expect(rows).toHaveLength(all.length);
    const plain = rows.slice(0, -ODD.length);
    for (const { starts_at, time_zone, clock, second_time } of plain) {
      const [date, time] = clock.split(' ');
      const said = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(time_zone);
      expect({ time_zone, at: said.epochMilliseconds, second_time }).toEqual({
        ...{ time_zone, at: new Date(starts_at).getTime(), second_time: false },
      });
    }
    expect(rows.slice(-ODD.length).map((row) => [row.clock, row.second_time])).toEqual(
      ODD.map(([, , clock, second]) => [clock, second]),
    );

    // The one reminder of before, a day ahead, becomes the next of three; two hours ahead is one more.
    const jobs = await pool.query(`
      select (payload ->> 'sessionId')::int as ahead, (payload ->> 'lead')::int as lead,
        run_at = (payload ->> 'startsAt')::timestamptz - (payload ->> 'lead')::int * interval '1 minute'
          as "inTime"
      from graphile_worker._private_jobs order by 1 desc`);
    expect(jobs.rows).toEqual([
      { ahead: tonight, lead: 120, inTime: true },
      { ahead: 20, lead: 20160, inTime: true },
      { ahead: 10, lead: 2880, inTime: true },
      { ahead: 2, lead: 120, inTime: true },
    ]);
  } finally {
    await db.destroy();
  }
});
