import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase, startServer } from '#tests/support/database.ts';
import { fill } from './fill.ts';
import { type Burst, burst, percentile } from './load.ts';
import { countingRelay } from './round-trips.ts';
import { weightsOf } from './weights.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    /** notes in the table */
    notes: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1.5' },
    connections: { type: 'string', default: '8' },
  },
});
const CONNECTIONS = Number(options.connections);
const children: ChildProcess[] = [];

/** Starts one of our servers in a process of its own; answers what it says when it listens. */
function start(file: string, env: Record<string, string>): Promise<{ port: number }> {
  const child = fork(new URL(file, import.meta.url), { env: { ...process.env, ...env } });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number }));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

const postgres = await startServer();
const databaseUrl = await createDatabase(postgres.url, `octavo_bench_${process.pid}`);
try {
  await main();
} finally {
  for (const child of children) child.kill();
  await dropDatabase(databaseUrl);
  await postgres.stop();
}
process.exit(0);

async function main() {
  const { db, pool } = connect(databaseUrl, 2);
  await migrateToLatest(db, pool);
  await db.destroy();
  const filled = await fill(databaseUrl, Number(options.notes));
  const relay = await countingRelay(databaseUrl);
  const ours = await start('./octavo.ts', { DATABASE_URL: databaseUrl });
  const counted = await start('./octavo.ts', { DATABASE_URL: relay.url });
  const at = (port: number, path: string) => `http://127.0.0.1:${port}${path}`;
  const bare = await start('./bare.ts', {
    DATABASE_URL: databaseUrl,
    PAGE: at(ours.port, filled.thread),
    PAGE_COOKIE: filled.cookie,
    THREAD: String(filled.threadId),
  });

  const ladder = [
    { name: 'bare html', as: '', port: bare.port, path: '/html', cookie: '' },
    { name: 'bare react', as: '', port: bare.port, path: '/', cookie: filled.cookie },
    { name: 'sign-in', as: 'visitor', port: ours.port, path: '/sign-in', cookie: '' },
    { name: 'thread', as: 'member', port: ours.port, path: filled.thread, cookie: filled.cookie },
  ].map((rung) => ({ ...rung, url: at(rung.port, rung.path), bursts: [] as Burst[] }));

  // Warm, then interleave: whatever else the machine does falls on every rung alike.
  for (let round = -1; round < Number(options.rounds); round++) {
    for (const rung of ladder) {
      const seconds = Number(options.seconds);
      const got = await burst(rung.url, {
        cookie: rung.cookie,
        status: 200,
        seconds,
        connections: CONNECTIONS,
      });
      if (round >= 0) rung.bursts.push(got);
    }
  }

  const roundTrips = async (path: string, cookie: string) => {
    for (let i = 0; i < 12; i++) await fetch(at(counted.port, path), { headers: { cookie } });
    relay.taken();
    await fetch(at(counted.port, path), { headers: { cookie } });
    return relay.taken();
  };
  const rates = (rung: (typeof ladder)[number]) =>
    rung.bursts.map(({ ms, seconds }) => ms.length / seconds);
  const median = (numbers: number[]) =>
    percentile(
      [...numbers].sort((a, b) => a - b),
      0.5,
    );
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const ratio = (rung: (typeof ladder)[number], to: string) => {
    const base = ladder.find((other) => other.name === to);
    const others = base ? rates(base) : [];
    return median(rates(rung).map((rate, i) => rate / (others[i] ?? Number.NaN)));
  };

  const pages = [];
  for (const rung of ladder) {
    const ms = rung.bursts.flatMap((got) => got.ms).sort((a, b) => a - b);
    const body = await (await fetch(rung.url, { headers: { cookie: rung.cookie } })).arrayBuffer();
    pages.push({
      name: rung.name,
      as: rung.as,
      rps: round(median(rates(rung)), 0),
      p50: round(percentile(ms, 0.5), 2),
      p95: round(percentile(ms, 0.95), 2),
      p99: round(percentile(ms, 0.99), 2),
      sqlRoundTrips: rung.port === ours.port ? await roundTrips(rung.path, rung.cookie) : null,
      ratioToReact: round(ratio(rung, 'bare react'), 3),
      ratioToBare: round(ratio(rung, 'bare html'), 3),
      bytes: body.byteLength,
    });
  }
  const html = await (
    await fetch(at(ours.port, filled.thread), { headers: { cookie: filled.cookie } })
  ).text();
  const result = { notes: Number(options.notes), pages, weights: weightsOf(html) };
  console.table(Object.fromEntries(pages.map(({ name, ...figures }) => [name, figures])));
  console.table(result.weights);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}
