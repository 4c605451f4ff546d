import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

const START = join(import.meta.dirname, '../../app/start.mjs');
const START_MS = 60_000;

export type Octavo = {
  /** Where it answers. */
  url: string;
  /** The links the start printed, by the words above them. */
  links: { label: string; url: string }[];
  /** SIGTERM, as a service manager would; resolves with the exit status. */
  stop(): Promise<number | null>;
};

/**
 * Starts the built Octavo the way people do, on an empty database of its own (bundled, or a fresh
 * one on TEST_DATABASE_URL's server) and a free port.
 */
export async function startOctavo(
  options: { demo?: boolean; env?: Record<string, string> } = {},
): Promise<Octavo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'octavo-journeys-'));
  const shared = process.env.TEST_DATABASE_URL;
  const database = shared && (await createDatabase(shared, `octavo_journeys_${Date.now()}`));
  const port = await freePort();
  const child = spawn(process.execPath, [START, ...(options.demo ? ['--demo'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: database ?? '',
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...options.env,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const screen = await readScreen(child, ended);
  return {
    url: `http://localhost:${port}`,
    links: linksOn(screen),
    async stop() {
      child.kill('SIGTERM');
      const status = await ended;
      if (database) await dropDatabase(database);
      await rm(dataDir, { recursive: true, force: true });
      return status;
    },
  };
}

/** Waits for the whole calm screen, which ends with an empty line after how to stop. */
function readScreen(
  { stdout, stderr }: ReturnType<typeof spawn>,
  ended: Promise<number | null>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${why}\n${said}`));
    const late = setTimeout(() => fail('Octavo did not start in time.'), START_MS);
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/\bStop\b.*Ctrl-C[\s\S]*\n\n$/.test(said)) return;
      clearTimeout(late);
      resolve(said);
    };
    stdout?.on('data', read);
    stderr?.on('data', read);
    ended.then((status) => {
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

function freePort(): Promise<number> {
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
