import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
beforeAll(async () => {
  const name = `${inject('template')}_mails_${process.pid}`;
  url = await createDatabase(inject('serverUrl'), name, 'template0');
});
afterAll(() => dropDatabase(url, inject('serverUrl')));

/** Each mail of an older Octavo, as its job had it, in the circle 1 with Ines (1) and Noor (2). */
const JOBS: [task: string, payload: object, kind: string, recipient: string, given: object][] = [
  [
    'email-confirmation',
    { personId: 2, email: 'New@example.org' },
    'email-confirmation',
    'address:new@example.org',
    { personId: 2, email: 'New@example.org' },
  ],
  [
    'password-reset',
    { email: 'noor@example.org' },
    'password-reset',
    'address:noor@example.org',
    { email: 'noor@example.org', at: expect.any(String) },
  ],
  ['sign-up', { signUpId: 1 }, 'sign-up', 'address:lena@example.org', { signUpId: 1 }],
  [
    'account-notice',
    { name: 'N', email: 'n@example.org', what: 'email' },
    'account-notice',
    'address:n@example.org',
    { name: 'N', email: 'n@example.org', what: 'email' },
  ],
  [
    'invitation',
    { invitationId: 1 },
    'invitation',
    'address:sam@example.org',
    { invitationId: 1, at: '2026-11-20T10:00:00.123Z' },
  ],
  ['seat-offered', { placeId: 1 }, 'seat-offered', 'person:2', { placeId: 1 }],
  ['waiting', { placeId: 1 }, 'waiting', 'person:2', { placeId: 1 }],
  ['line-removal', { placeId: 1 }, 'line-removal', 'person:2', { placeId: 1 }],
  ['request-received', { requestId: 1 }, 'request-received', 'person:1', { requestId: 1 }],
  ['request-answered', { requestId: 1 }, 'request-answered', 'person:2', { requestId: 1 }],
  ['removal', { departureId: 1 }, 'removal', 'person:2', { departureId: 1 }],
  [
    'host-handed-over',
    { circleId: 1, personId: 2, byPersonId: 1 },
    'hosting-handed-over',
    'person:2',
    { circleId: 1, byPersonId: 1 },
  ],
  [
    'hosting-passed',
    { circleId: 1, personId: 2, beforePersonId: 1 },
    'hosting-passed',
    'person:2',
    { circleId: 1, beforePersonId: 1 },
  ],
  [
    'session-mail',
    { sessionId: 1, personId: 2, byPersonId: 1, what: 'scheduled' },
    'session-told',
    'person:2',
    { sessionId: 1, byPersonId: 1, what: 'scheduled' },
  ],
  [
    'session-mail',
    { sessionId: 1, personId: 2, byPersonId: 1, what: 'cancelled' },
    'session-cancelled',
    'person:2',
    { sessionId: 1, byPersonId: 1, what: 'cancelled' },
  ],
  [
    'session-reminder',
    { sessionId: 1, personId: 2, startsAt: 'x' },
    'session-reminder',
    'person:2',
    { sessionId: 1, startsAt: 'x' },
  ],
  [
    'choice-mail',
    { choiceId: 1, personId: 2, byPersonId: null, what: 'closed' },
    'choice-closed',
    'person:2',
    { choiceId: 1, byPersonId: null, what: 'closed' },
  ],
  [
    'choice-mail',
    { choiceId: 1, personId: 2, byPersonId: 1, what: 'moved' },
    'choice-told',
    'person:2',
    { choiceId: 1, byPersonId: 1, what: 'moved' },
  ],
  [
    'choice-reminder',
    { choiceId: 1, personId: 2, closesAt: 'x' },
    'choice-reminder',
    'person:2',
    { choiceId: 1, closesAt: 'x' },
  ],
  [
    'wrap-opened',
    { circleId: 1, readingId: 1, openedAt: 'x', personId: 2 },
    'wrap-opened',
    'person:2',
    { circleId: 1, readingId: 1, openedAt: 'x' },
  ],
  [
    'wrap-reminder',
    { circleId: 1, readingId: 1, openedAt: 'x', personId: 2 },
    'wrap-reminder',
    'person:2',
    { circleId: 1, readingId: 1, openedAt: 'x' },
  ],
  [
    'list-open',
    { circleId: 1, readingId: 1, openedAt: 'x', personId: 2 },
    'list-open',
    'person:2',
    { circleId: 1, readingId: 1, openedAt: 'x' },
  ],
];

test('every mail that waits in an older Octavo is a message afterwards, with its job; none is lost', async () => {
  const { db, pool } = connect(url, 2);
  try {
    await migrateTo(db, pool, '0035-marked-threads');
    await pool.query(`
      insert into person (name, email, password_hash)
        values ('Ines', 'ines@example.org', 'x'), ('Noor', 'noor@example.org', 'x');
      insert into circle (slug, name, purpose, time_zone, created_by)
        values ('tuesday', 'Tuesday leads', '', 'UTC', 1);
      insert into membership (circle_id, person_id, role) values (1, 1, 'host');
      insert into departure (circle_id, person_id, role, joined_at) values (1, 2, 'member', now());
      insert into sign_up (name, email, password_hash, time_zone, expires_at)
        values ('Lena', 'Lena@example.org', 'x', 'UTC', now() + interval '1 day');
      insert into invitation (circle_id, email, role, token_hash, invited_by, created_at, expires_at)
        values (1, 'Sam@example.org', 'member', 'x', 1, '2026-11-20T10:00:00.123Z', now());
      insert into waiting_place (circle_id, person_id) values (1, 2);
      insert into join_request (circle_id, person_id, word) values (1, 2, '');
      insert into session (circle_id, title, starts_at, time_zone, minutes, place, calendar_uid,
          created_by, submission_key)
        values (1, '', now(), 'UTC', 60, '', 'x', 1, gen_random_uuid());
      insert into book_choice (circle_id, opened_by, closes_at, time_zone, submission_key)
        values (1, 1, now(), 'UTC', gen_random_uuid())`);
    for (const [task, payload] of JOBS) {
      await pool.query(
        `select graphile_worker.add_job($1, $2::json, run_at := '2099-01-01', max_attempts := 10)`,
        [`send-${task}`, JSON.stringify(payload)],
      );
    }
    const other = `select graphile_worker.add_job('settle-seats', '{"circleId":1}'::json, run_at := '2099-01-01')`;
    await pool.query(other);
    // One had been given up, another failed so far.
    await pool.query(`
      update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'535 No\\nat x'
        where payload ->> 'email' = 'n@example.org';
      update graphile_worker._private_jobs set attempts = 3, last_error = 'ECONNREFUSED'
        where payload ->> 'signUpId' = '1'`);

    await migrateToLatest(db, pool);

    const { rows } = await pool.query(`
      select kind, recipient, given, attempts, said, failed_at is not null as failed, circle_id,
        (select json_agg(json_build_array(t.identifier, j.payload ->> 'messageId', j.max_attempts,
            j.run_at > '2098-01-01'))
          from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
          where j.key = 'message:' || m.id) as jobs, id::text
      from message m order by substr(occasion, 5)::bigint`);
    expect(rows.map(({ kind, recipient, given }) => [kind, recipient, given])).toEqual(
      JOBS.map(([, , kind, recipient, given]) => [kind, recipient, given]),
    );
    for (const { id, jobs, failed, kind } of rows) {
      expect(failed).toBe(kind === 'account-notice');
      expect(jobs).toEqual(failed ? null : [['send-message', id, 1000, true]]);
    }
    const tried = rows.filter(({ attempts }) => attempts > 0);
    expect(tried.map(({ kind, attempts, said }) => [kind, attempts, said])).toEqual([
      ['sign-up', 3, 'ECONNREFUSED'],
      ['account-notice', 10, '535 No'],
    ]);
    expect(new Set(rows.map(({ circle_id }) => circle_id))).toEqual(new Set([null, 1]));
    const left = await pool.query(`
      select t.identifier from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier <> 'send-message'`);
    expect(left.rows).toEqual([{ identifier: 'settle-seats' }]);
  } finally {
    await db.destroy();
  }
});
