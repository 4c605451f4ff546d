import { connect } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import { enqueue } from '#app/platform/queue.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { type Figures, openFigures } from '#app/server/figures.server.ts';
import type { StartRefused } from '#app/server/start-refused.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { freePort } from '#tests/support/octavo.ts';
import { startSite } from '#tests/support/served.ts';
import { serverBuild } from '#tests/support/server-build.ts';
import { startSilentServer } from '#tests/support/silent-server.ts';

const impatient = env as { DATABASE_PATIENCE?: number };
const patience = new AbortController().signal;
let port: number;
let figures: Figures;
let site: Awaited<ReturnType<typeof startSite>>;

beforeAll(async () => {
  port = await freePort();
  figures = await openFigures(serverBuild, port);
  site = await startSite({ measure: figures.measure });
});
afterAll(async () => {
  site.stop();
  await figures.stop(patience);
});
afterEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  await db.deleteFrom('site_backup').execute();
  await acrossCircles(db, 'a message is its recipient’s').deleteFrom('message').execute();
});

const scrape = (at = port) => fetch(`http://127.0.0.1:${at}/metrics`).then((said) => said.text());

/** The figure of one line, as its name and labels stand there; undefined when there is none. */
function figure(text: string, line: string): number | undefined {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

test('requests are counted by the line of the URL table, and nobody can be known from it', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ name: 'Whispering Leads', host: noor });
  const headers = { cookie: await signInCookie(noor), host: new URL(env.APP_URL).host };
  const before = await scrape();
  const get = (path: string, more: RequestInit = {}) =>
    fetch(site.origin + path, { headers, redirect: 'manual', ...more });
  const at = `/circles/${circle.slug}`;
  for (const path of [at, at, `${at}.data`, `${at}/threads/424242`]) await get(path);
  await get(`${at}/not/there?email=${noor.personId}@example.org`);
  await get('/wp-login.php');
  await get(`${at}/threads/424242`, { method: 'DELETE' });
  await get('/health/live');
  await get('/assets/nothing.js');
  const after = await scrape();
  const counted = (labels: string) => {
    const line = `octavo_http_requests_total{${labels}}`;
    return (figure(after, line) ?? 0) - (figure(before, line) ?? 0);
  };
  expect(counted('method="GET",route="/circles/:circle",status="2xx"')).toBe(3);
  expect(counted('method="GET",route="/circles/:circle/threads/:thread",status="4xx"')).toBe(1);
  expect(counted('method="other",route="/circles/:circle/threads/:thread",status="4xx"')).toBe(1);
  expect(counted('method="GET",route="/*",status="4xx"')).toBe(2);
  expect(counted('method="GET",route="/health/live",status="2xx"')).toBe(1);
  expect(counted('method="GET",route="/assets/*",status="4xx"')).toBe(1);
  const durations = 'octavo_http_request_duration_seconds';
  const page = 'method="GET",route="/circles/:circle"';
  expect(figure(after, `${durations}_count{${page}}`)).toBe(3);
  expect(figure(after, `${durations}_bucket{le="+Inf",${page}}`)).toBe(3);
  expect(figure(after, 'octavo_http_requests_in_flight')).toBe(0);
  for (const secret of [circle.slug, '424242', 'Whispering', 'wp-login', '@', 'Noor']) {
    expect(after).not.toContain(secret);
  }
});

test('a request that its visitor gives up is counted, and no longer under way', async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  // Whoever asks for a page waits for this.
  await other.query('begin; lock table sign_in in access exclusive mode');
  const socket = connect(Number(new URL(site.origin).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `GET /circles HTTP/1.1\r\nHost: x\r\nCookie: octavo_sign_in=${'a'.repeat(43)}\r\n\r\n`,
  );
  await expect.poll(async () => figure(await scrape(), 'octavo_http_requests_in_flight')).toBe(1);
  socket.destroy();
  const aborted = 'octavo_http_requests_total{method="GET",route="/circles",status="aborted"}';
  await expect.poll(async () => figure(await scrape(), aborted)).toBe(1);
  expect(figure(await scrape(), 'octavo_http_requests_in_flight')).toBe(0);
  await other.query('rollback');
  await other.end();
});

test('the site’s figures are those of its page', async () => {
  const empty = await scrape();
  expect(figure(empty, 'octavo_database_up')).toBe(1);
  expect(figure(empty, 'octavo_database_size_bytes')).toBeGreaterThan(1_000_000);
  expect(figure(empty, 'octavo_jobs_due')).toBe(0);
  expect(figure(empty, 'octavo_jobs_oldest_due_seconds')).toBe(0);
  expect(figure(empty, 'octavo_backup_age_seconds')).toBeUndefined();
  const longAgo = new Date(Date.now() - 7_200_000);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const job = (circleId: number, runAt?: Date) =>
    enqueue(db, 'settle-seats', { circleId }, { runAt });
  await job(1, tomorrow);
  await job(2, new Date(Date.now() - 600_000));
  await job(3);
  await sql`update graphile_worker._private_jobs set attempts = max_attempts,
    last_error = 'Invalid login: 535 c@example.org'
    where payload->>'circleId' = '3'`.execute(db);
  await acrossCircles(db, 'a message is its recipient’s')
    .insertInto('message')
    .values(
      [null, new Date()].map((failed_at, nth) => ({
        ...{ kind: 'password-reset', occasion: `${nth}`, recipient: 'address:c@example.org' },
        ...{ attempts: 2, tried_at: new Date(), said: 'Invalid login: 535 c@example.org' },
        failed_at,
      })),
    )
    .execute();
  await db
    .insertInto('site_backup')
    .values({
      ...{ file: '/secret/place.zip', bytes: 9, started_at: longAgo },
      ended_at: longAgo,
    })
    .execute();
  const text = await scrape();
  expect(figure(text, 'octavo_jobs_scheduled')).toBe(1);
  expect(figure(text, 'octavo_jobs_due')).toBe(1);
  expect(figure(text, 'octavo_jobs_failed')).toBe(1);
  expect(figure(text, 'octavo_jobs_oldest_due_seconds')).toBeGreaterThanOrEqual(600);
  expect(figure(text, 'octavo_mail_failing')).toBe(1);
  expect(figure(text, 'octavo_mail_given_up')).toBe(1);
  expect(figure(text, 'octavo_backup_age_seconds')).toBeGreaterThanOrEqual(7_200);
  expect(figure(text, 'octavo_backup_failed')).toBe(0);
  expect(text).not.toMatch(/@example|secret|Invalid login/);
  await db
    .insertInto('site_backup')
    .values({ file: 'x', problem: 'no room', started_at: longAgo, ended_at: new Date() })
    .execute();
  expect(figure(await scrape(), 'octavo_backup_failed')).toBe(1);
});

test('what the process knows of itself', async () => {
  const before = await scrape();
  await sendMail({
    id: 'a',
    to: { name: 'Noor', address: 'noor@example.org' },
    subject: 'Hello',
    react: 'Hello' as never,
  });
  const refused = sendMail({
    id: 'b',
    to: { name: 'Noor', address: 'nobody' },
    subject: 'Hello',
    react: 'Hello' as never,
  });
  await expect(refused).rejects.toThrow();
  const text = await scrape();
  const more = (name: string) => (figure(text, name) ?? 0) - (figure(before, name) ?? 0);
  expect(more('octavo_mail_sent_total')).toBe(1);
  expect(more('octavo_mail_failed_total')).toBe(1);
  expect(text).toMatch(/^octavo_info\{version="\d+\.\d+\.\d+"\} 1$/m);
  expect(figure(text, 'octavo_pool_connections_max{pool="pages"}')).toBe(10);
  expect(figure(text, 'octavo_pool_connections{pool="pages",state="idle"}')).toBeGreaterThan(0);
  expect(figure(text, 'octavo_pool_waiting{pool="pages"}')).toBe(0);
  expect(figure(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('many at once are told the same, over one connection', async () => {
  const texts = await Promise.all(Array.from({ length: 15 }, () => scrape()));
  expect(texts.every((text) => figure(text, 'octavo_database_up') === 1)).toBe(true);
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where application_name = 'octavo figures' and datname = current_database()`.execute(db);
  expect(rows[0]?.n).toBe(1);
});

test('nothing else is to be had there', async () => {
  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { method }).then(({ status }) => status);
  expect(await ask('/')).toBe(404);
  expect(await ask('/sign-in')).toBe(404);
  expect(await ask('/metrics/more')).toBe(404);
  expect(await ask('/metrics', 'POST')).toBe(405);
  expect(await ask('/metrics?name[]=octavo_info')).toBe(200);
  expect((await fetch(`${site.origin}/metrics`)).status).toBe(404);
});

test('a database that says nothing, and one that is gone, is a figure as well', async () => {
  const between = await startSilentServer(process.env.DATABASE_URL ?? '');
  vi.stubEnv('DATABASE_URL', between.url);
  // As it is on a machine that does nothing else.
  const { DATABASE_PATIENCE } = env;
  impatient.DATABASE_PATIENCE = 1;
  const at = await freePort();
  const watched = await openFigures(serverBuild, at);
  vi.unstubAllEnvs();
  impatient.DATABASE_PATIENCE = DATABASE_PATIENCE;
  await expect.poll(async () => figure(await scrape(at), 'octavo_database_up')).toBe(1);
  between.freeze();
  for (let time = 0; time < 2; time++) {
    const text = await scrape(at);
    expect(figure(text, 'octavo_database_up')).toBe(0);
    expect(figure(text, 'octavo_jobs_due')).toBeUndefined();
    expect(figure(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
  }
  between.thaw();
  await expect.poll(async () => figure(await scrape(at), 'octavo_jobs_due')).toBe(0);
  await between.stop();
  expect(figure(await scrape(at), 'octavo_database_up')).toBe(0);
  await watched.stop(patience);
});

test('a port that is taken is refused in a sentence', async () => {
  const refused = await openFigures(serverBuild, port).catch((error: StartRefused) => error);
  expect((refused as Error).message).toContain(`Port ${port} is taken`);
});
