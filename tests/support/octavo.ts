import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runningBundledPostgres } from '#db/bundled-postgres.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';
import { endWithUs } from '#tests/support/end-with-us.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

const ROOT = join(import.meta.dirname, '../..');
const START = join(ROOT, 'app/start.mjs');
const START_MS = 180_000;
/** A machine that does other things, too, is no database that is away. */
export const PATIENT = { DATABASE_PATIENCE: '10' };

export type Octavo = {
  /** Where it answers. */
  url: string;
  /** The links the start printed, by the words above them. */
  links: { label: string; url: string }[];
  /** The database it keeps everything in; of the bundled server, as whoever keeps the house. */
  databaseUrl: string | undefined;
  pid: number;
  /** What it has printed so far. */
  said(): string;
  /** Resolves with the exit status, however it comes to that. */
  ended: Promise<number | null>;
  /**
   * Sends a signal; resolves with the exit status (none when it was killed) once nobody is left
   * who could print.
   */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** SIGTERM, as a service manager would, and removes what was made for it. */
  stop(): Promise<number | null>;
};

type Options = {
  demo?: boolean;
  /** Background jobs only, beside one that serves. */
  worker?: boolean;
  /** With hot reload, as `npm run dev` starts it. */
  dev?: boolean;
  /** With `npm start`; `pid` and signals are then npm's. */
  npm?: boolean;
  /** Always the bundled PostgreSQL, in this folder, which is kept. */
  dataDir?: string;
  env?: Record<string, string>;
};

/**
 * Starts the built Octavo the way people do, on a free port and an empty database of its own:
 * bundled, or a fresh one on TEST_DATABASE_URL's server.
 */
export async function startOctavo(options: Options = {}): Promise<Octavo> {
  const { demo = false, worker = false, dev = false, npm = false, dataDir, env } = options;
  const folder = dataDir ?? fleetingFolder();
  const shared = dataDir ? undefined : process.env.TEST_DATABASE_URL;
  const database = shared && (await createDatabase(shared, `octavo_journeys_${Date.now()}`));
  const port = Number(env?.PORT ?? (await freePort()));
  const settings = { DATABASE_URL: database ?? '', DATA_DIR: folder, PORT: String(port), ...env };
  const ways = Object.entries({ demo, worker, dev }).filter(([, isSo]) => isSo);
  const args = ways.map(([way]) => `--${way}`);
  const child = run(args, settings, npm);
  const screen = await readScreen(child);
  return {
    url: `http://localhost:${port}`,
    links: linksOn(screen),
    databaseUrl: settings.DATABASE_URL || runningBundledPostgres(folder, { owner: true }),
    pid: child.pid,
    said: child.said,
    ended: child.ended,
    end: child.end,
    async stop() {
      const status = await child.end('SIGTERM');
      if (database) await dropDatabase(database);
      if (!dataDir) await rm(folder, { recursive: true, force: true });
      return status;
    },
  };
}

/** A start that is expected to be refused. */
export async function refusedStart(env: Record<string, string>) {
  return command([], { PORT: String(await freePort()), ...env });
}

/** A command that does one thing and ends, `--backup` or `--restore FILE`. */
export async function command(args: string[], env: Record<string, string>) {
  const child = run(args, { DATABASE_URL: '', ...env });
  const status = await child.ended;
  return { status, said: child.said().trim() };
}

function run(args: string[], env: Record<string, string>, npm = false) {
  const program = npm ? 'npm' : process.execPath;
  const child: ChildProcess = spawn(program, [...(npm ? ['start', '--'] : [START]), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: '127.0.0.1', ...env },
  });
  let said = '';
  let onWords = () => {};
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    onWords();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const keep = child.pid ? endWithUs(child.pid, 'TERM') : () => {};
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.once('exit', keep);
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    listen(listener: () => void) {
      onWords = listener;
    },
    end(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Waits for the whole calm screen, which ends with an empty line. */
function readScreen(child: ReturnType<typeof run>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${child.said()}`));
    const late = setTimeout(() => {
      child.end('SIGTERM');
      fail('Octavo did not start in time.');
    }, START_MS);
    child.listen(() => {
      if (!/\bStop\b.*Ctrl-C[\s\S]*\n\n$/.test(child.said())) return;
      clearTimeout(late);
      resolve(child.said());
    });
    child.ended.then((status) => {
      clearTimeout(late);
      fail(`Octavo ended with ${status}.`);
    });
  });
}

function linksOn(screen: string): Octavo['links'] {
  const lines = screen.split('\n').map((line) => line.trim());
  return lines.flatMap((line, i) =>
    /^https?:\/\/\S+$/.test(line) ? [{ label: lines[i - 1] ?? '', url: line }] : [],
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
