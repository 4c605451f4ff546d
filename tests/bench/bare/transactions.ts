import type pg from 'pg';

/** One write: the rows Octavo writes, in one transaction. @returns where to go from there */
type Transaction = (pool: pg.Pool, form: URLSearchParams) => Promise<string>;

function inTransaction(
  work: (client: pg.PoolClient, of: (name: string) => string) => Promise<string>,
): Transaction {
  return async (pool, form) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const location = await work(client, (name) => form.get(name) ?? '');
      await client.query('commit');
      return location;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
}

const count = (client: pg.PoolClient, what: string, person: string) =>
  client.query(
    `insert into rate_limit (key, points, expire) values ($1, 1, $2)
     on conflict (key) do update set points = rate_limit.points + 1`,
    [`${what}:${person}`, Date.now() + 3_600_000],
  );

const posting = inTransaction(async (client, of) => {
  const { rows } = await client.query(
    `insert into note (circle_id, thread_id, author_id, body, body_html, submission_key, form_key)
     values ($1, $2, $3, $4, $5, $6, $6) returning id`,
    [of('circle'), of('thread'), of('person'), of('body'), `<p>${of('body')}</p>`, of('key')],
  );
  await client.query(
    `update thread set note_count = note_count + 1, last_note_id = $3, last_note_at = now()
     where circle_id = $1 and id = $2`,
    [of('circle'), of('thread'), rows[0].id],
  );
  await count(client, 'note', of('person'));
  return `/threads/${of('thread')}#${rows[0].id}`;
});

const replying = inTransaction(async (client, of) => {
  await client.query(
    `insert into session_reply (circle_id, session_id, person_id, answer) values ($1, $2, $3, $4)
     on conflict (circle_id, session_id, person_id)
     do update set answer = excluded.answer, replied_at = now()`,
    [of('circle'), of('session'), of('person'), of('answer')],
  );
  return `/sessions/${of('session')}`;
});

const joining = inTransaction(async (client, of) => {
  await client.query('select from circle where id = $1 for no key update', [of('circle')]);
  await client.query(
    `insert into membership (circle_id, person_id, role) values ($1, $2, 'member')`,
    [of('circle'), of('person')],
  );
  await client.query(
    'insert into agreement_consent (circle_id, version, person_id) values ($1, 1, $2)',
    [of('circle'), of('person')],
  );
  await client.query(
    `update invitation set accepted_by = $3, accepted_at = now()
     where circle_id = $1 and id = $2`,
    [of('circle'), of('invitation'), of('person')],
  );
  await count(client, 'join', of('person'));
  return `/circles/${of('circle')}`;
});

const scheduling = inTransaction(async (client, of) => {
  const { rows } = await client.query(
    `insert into session (circle_id, title, starts_at, time_zone, minutes, place, facilitator_id,
       calendar_uid, created_by, submission_key)
     values ($1, 'Cases first', now() + interval '300 days', 'Europe/Madrid', 75, '', $2,
       gen_random_uuid() || '@octavo', $2, $3) returning id`,
    [of('circle'), of('person'), of('key')],
  );
  const { id } = rows[0];
  await client.query(
    `insert into agenda_item (circle_id, session_id, position, title, minutes)
     values ($1, $2, 1, 'Check-in', 10), ($1, $2, 2, 'A case from the week', 40)`,
    [of('circle'), id],
  );
  await client.query(
    `with told as (
       insert into message (kind, occasion, recipient, person_id, circle_id, given)
       select 'session-told', 'session:' || $2::bigint, 'person:' || person_id, person_id, $1,
         jsonb_build_object('sessionId', $2::bigint)
       from membership where circle_id = $1 and person_id <> $3
       returning id
     )
     select from (
       select array_agg(('send-message', json_build_object('messageId', id), null, null,
         1000::smallint, 'message:' || id, null, null)::graphile_worker.job_spec) as specs from told
     ) jobs, graphile_worker.add_jobs(jobs.specs)`,
    [of('circle'), id, of('person')],
  );
  await client.query(
    `select graphile_worker.add_job('remind-of-session', json_build_object('sessionId', $1::bigint),
       run_at := now() + interval '286 days', job_key := 'session-reminder:' || $1::bigint)`,
    [id],
  );
  await count(client, 'session', of('person'));
  return `/sessions/${id}`;
});

export const transactions: ReadonlyMap<string, Transaction> = new Map([
  ['/posting', posting],
  ['/replying', replying],
  ['/joining', joining],
  ['/scheduling', scheduling],
]);
