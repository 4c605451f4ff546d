import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { createDatabase, dropDatabase, startServer } from '#tests/support/database.ts';
import { endWithStarter } from '#tests/support/end-with-us.ts';
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
    /** also measures the page beside this many notes: its cost must not grow with them */
    flat: { type: 'string' },
    /** measures the import of an export alone */
    import: { type: 'boolean', default: false },
  },
});
const CONNECTIONS = Number(options.connections);
const WARM = 1_500;
const children: ChildProcess[] = [];

/** Starts one of our servers in a process of its own; answers what it says when it listens. */
async function start(file: string, env: Record<string, string>) {
  const child = fork(new URL(file, import.meta.url), { env: { ...process.env, ...env } });
  children.push(child);
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  // Ending one when all is measured is no failure.
  ended.catch(() => {});
  const said = <T>() => {
    const message = new Promise<T>((resolve) => {
      child.once('message', (words) => resolve(words as T));
    });
    return Promise.race([message, ended]);
  };
  const { port } = await said<{ port: number }>();
  /** CPU time the server's process has used so far, in milliseconds */
  const cpuMs = async () => {
    const answer = said<{ cpuMs: number }>();
    child.send('cpu');
    return (await answer).cpuMs;
  };
  return { port, cpuMs };
}

endWithStarter();
const postgres = await startServer();
const databases: string[] = [];
try {
  if (options.import) report({ import: await measuredImport() });
  else await main();
} finally {
  for (const child of children) child.kill();
  for (const url of databases) await dropDatabase(url);
  await postgres.stop();
}
process.exit(0);

/** A database of its own with so many notes. */
async function filledWith(notes: number) {
  const name = `octavo_bench_${process.pid}_${databases.length}`;
  const databaseUrl = await createDatabase(postgres.url, name);
  databases.push(databaseUrl);
  const { db, pool } = connect(databaseUrl, 2);
  await migrateToLatest(db, pool);
  await db.destroy();
  return { databaseUrl, filled: await fill(databaseUrl, notes) };
}

/** Of 20,000 rows, over a database of its own. */
async function measuredImport() {
  const name = `octavo_bench_${process.pid}_import`;
  process.env.DATABASE_URL = await createDatabase(postgres.url, name);
  databases.push(process.env.DATABASE_URL);
  const { importCosts } = await import('./import.ts');
  const { first, again, ...costs } = await importCosts(20_000);
  console.table({ 'import of 20,000 rows': first, 'the same again': again });
  return { ...costs, first, again };
}

function report(result: object) {
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}

async function main() {
  const { databaseUrl, filled } = await filledWith(Number(options.notes));
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

  const ask = async (url: string, cookie: string, times: number) => {
    for (let i = 0; i < times; i++) await (await fetch(url, { headers: { cookie } })).arrayBuffer();
  };
  const ladder = [
    { name: 'bare html', as: '', server: bare, path: '/html', cookie: '' },
    { name: 'bare react', as: '', server: bare, path: '/', cookie: filled.cookie },
    { name: 'sign-in', as: 'visitor', server: ours, path: '/sign-in', cookie: '' },
    { name: 'thread', as: 'member', server: ours, path: filled.thread, cookie: filled.cookie },
    ...(await amongMany()),
  ].map((rung) => ({
    ...rung,
    url: at(rung.server.port, rung.path),
    bursts: [] as Burst[],
    cpuMs: 0,
  }));

  async function amongMany() {
    if (!options.flat) return [];
    const many = await filledWith(Number(options.flat));
    const server = await start('./octavo.ts', { DATABASE_URL: many.databaseUrl });
    const { thread: path, cookie } = many.filled;
    return [{ name: `thread of ${options.flat}`, as: 'member', server, path, cookie }];
  }

  // Warm by count, since a busy machine compiles late; then interleave, so that whatever else the
  // machine does falls on every rung alike.
  for (const { url, cookie } of ladder) await ask(url, cookie, WARM);
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const rung of ladder) {
      const seconds = Number(options.seconds);
      const cpuBefore = await rung.server.cpuMs();
      const got = await burst(rung.url, {
        cookie: rung.cookie,
        status: 200,
        seconds,
        connections: CONNECTIONS,
      });
      rung.bursts.push(got);
      rung.cpuMs += (await rung.server.cpuMs()) - cpuBefore;
    }
  }

  const roundTrips = async (path: string, cookie: string) => {
    await ask(at(counted.port, path), cookie, 12);
    relay.taken();
    await ask(at(counted.port, path), cookie, 1);
    return relay.taken().waves;
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
      cpuMs: round(rung.cpuMs / ms.length, 2),
      sqlRoundTrips: rung.server === ours ? await roundTrips(rung.path, rung.cookie) : null,
      ratioToReact: round(ratio(rung, 'bare react'), 3),
      ratioToBare: round(ratio(rung, 'bare html'), 3),
      ratioToThread: round(ratio(rung, 'thread'), 3),
      bytes: body.byteLength,
    });
  }
  const html = await (
    await fetch(at(ours.port, filled.thread), { headers: { cookie: filled.cookie } })
  ).text();
  const weights = weightsOf(html);
  console.table(Object.fromEntries(pages.map(({ name, ...figures }) => [name, figures])));
  console.table(weights);
  report({ notes: Number(options.notes), pages, weights, import: await measuredImport() });
}
