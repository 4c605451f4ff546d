import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { burst, percentile } from '#tests/bench/load.ts';
import { startOctavo } from '#tests/support/octavo.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { circleOf, signIn } from './main-job.ts';
import { linkOn } from './page.ts';

const SETTLE_MS = 20_000;
const LOAD = { seconds: 20, connections: 20, status: 200 };

/** `npm run test:hosting -- --sizing`: what the sizes in docs/hosting are from. Prints a table. */
export async function sizing(): Promise<void> {
  const dataDir = temporaryFolder();
  const octavo = await startOctavo({ demo: true, dataDir });
  try {
    const { port } = new URL(octavo.url);
    const entrance = { origin: octavo.url, port: Number(port) };
    const visitor = await signIn(entrance, 'without scripts', octavo.links[0]?.url ?? '');
    const circle = await circleOf(visitor);
    const threads = await visitor.get(`${circle}/threads`);
    const thread = linkOn(threads.body, /\/threads\/\d+/)?.split('#')[0] ?? '';
    await pause(SETTLE_MS);
    const idle = memory(octavo.pid, dataDir);
    const url = `http://127.0.0.1:${port}${thread}`;
    const { cookie } = visitor;
    const loaded = burst(() => ({ url, cookie }), LOAD);
    await pause((LOAD.seconds - 3) * 1000);
    const busy = memory(octavo.pid, dataDir);
    const { ms } = await loaded;
    const sorted = ms.toSorted((a, b) => a - b);
    const rows = [
      ['Octavo', mb(idle.app), mb(busy.app)],
      ['the bundled PostgreSQL', mb(idle.postgres), mb(busy.postgres)],
    ];
    console.log('| memory | idle, with the demo | 20 people who read without a pause |');
    console.log('| --- | --: | --: |');
    for (const row of rows) console.log(`| ${row.join(' | ')} |`);
    const half = Math.round(percentile(sorted, 0.5));
    console.log(`\n${Math.round(ms.length / LOAD.seconds)} pages a second, half within ${half} ms`);
    console.log(
      `data: ${disk(dataDir)}, modules: ${disk('node_modules')}, build: ${disk('build')}`,
    );
  } finally {
    await octavo.end('SIGTERM');
    execFileSync('rm', ['-rf', dataDir]);
  }
}

/** Bytes that a process, and the PostgreSQL of `dataDir`, hold; shared pages are shared out. */
function memory(pid: number, dataDir: string): { app: number; postgres: number } {
  const file = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8');
  const postmaster = Number(file.split('\n')[0]);
  const backends = readdirSync('/proc').filter((one) => parentOf(one) === postmaster);
  const postgres = [postmaster, ...backends.map(Number)];
  return { app: held(pid), postgres: postgres.reduce((sum, one) => sum + held(one), 0) };
}

function held(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) * 1024;
}

function parentOf(pid: string): number {
  if (!/^\d+$/.test(pid)) return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return 0;
  }
}

const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

function disk(folder: string): string {
  return `${execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]} MB`;
}
