import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 20_000;
const STOP_MS = 10_000;

/** A program beside Octavo, running in a process of ours. */
export interface Part {
  pid: number;
  said(): string;
  stop(): Promise<void>;
}

interface Starting {
  args: string[];
  /** it is there once this port of 127.0.0.1 answers */
  port: number;
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
  /** what ends it; SIGTERM by default */
  signal?: NodeJS.Signals;
}

/** Starts a program that stays in the foreground. @throws with its last words when it does not come up */
export async function startPart(path: string, starting: Starting): Promise<Part> {
  const { args, port, env, uid, gid, signal = 'SIGTERM' } = starting;
  const child = spawn(path, args, {
    ...{ uid, gid, env: { ...process.env, ...env } },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk).slice(-20_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const part = { pid: child.pid ?? 0, said: () => said, stop: () => stop(child, signal) };
  for (const until = Date.now() + START_MS; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null || child.signalCode) break;
    if (await answers(port)) return part;
  }
  await part.stop();
  throw new Error(`${path} did not start: ${said.trim()}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(late);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => done(true));
    const done = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.once('error', () => done(false));
  });
}
