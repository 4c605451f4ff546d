import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/octavo.ts';

const START = join(import.meta.dirname, '../../app/start.mjs');
// Runs in the child: when whoever ran the faults is gone, however that came, it stops as asked.
const WITH_US = "process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))";
const READY_MS = 60_000;
const AGAIN_MS = 500;

/** How a process ended: with an exit status, or by a signal. */
export interface End {
  at: number;
  status: number | null;
  signal: NodeJS.Signals | null;
  /** we had sent it a signal */
  asked: boolean;
  /** the last of what it printed */
  said: string;
}

/** The built Octavo in a process, under a supervisor that starts it again whenever it ends. */
export interface App {
  /** where it answers, and what its forms have as their Origin */
  url: string;
  /** when the process of now was started, milliseconds of Date.now */
  startedAt(): number;
  ends: End[];
  /** Sends a signal and waits until the process is gone; the supervisor starts the next. */
  signal(signal: NodeJS.Signals): Promise<End>;
  /** Resolves once it answers with its database. @throws when that takes too long */
  ready(): Promise<void>;
  /** Ends the process and its supervision. */
  stop(): Promise<void>;
}

/**
 * Starts it on a port that stays the same however often it is started again.
 * @param how.worker only its background work: it answers nowhere
 */
export async function startApp(env: Record<string, string>, { worker = false } = {}): Promise<App> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const ends: End[] = [];
  let asked = false;
  let stopped = false;
  let current = run();

  return {
    url,
    startedAt: () => current.startedAt,
    ends,
    async signal(signal) {
      asked = true;
      const { child, ended } = current;
      child.kill(signal);
      return ended;
    },
    async ready() {
      for (const until = Date.now() + READY_MS; Date.now() < until; await pause(20)) {
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
        if (answer?.ok) return;
        if (stopped) break;
      }
      throw new Error(`Octavo does not become ready.\n${ends.at(-1)?.said ?? current.said()}`);
    },
    async stop() {
      stopped = true;
      current.child.kill('SIGTERM');
      await current.ended;
    },
  };

  function run() {
    const startedAt = Date.now();
    const child = spawn(
      process.execPath,
      [
        ...['--import', `data:text/javascript,${encodeURIComponent(WITH_US)}`, START],
        ...(worker ? ['--worker'] : []),
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
      },
    );
    const said = lastWords(child);
    const ended = once(child, 'exit').then(([status, signal]): End => {
      const end = { at: Date.now(), status, signal, asked, said: said() };
      ends.push(end);
      asked = false;
      if (!stopped) again(startedAt);
      return end;
    });
    return { startedAt, child, said, ended };
  }

  /** At once, but not in a tight loop when it cannot start. */
  async function again(startedAt: number) {
    if (Date.now() - startedAt < AGAIN_MS) await pause(AGAIN_MS);
    if (!stopped) current = run();
  }
}

function lastWords(child: ChildProcess): () => string {
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk).slice(-4_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said;
}
