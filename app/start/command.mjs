import { spawn } from 'node:child_process';
import { root } from './project.mjs';
import { hurry, stop } from './stopping.mjs';

const END_MS = 10_000;

/**
 * Runs a program in the project to its end and keeps what it says. It is ended when we are to stop.
 * @param options.inView shows what it says instead
 * @returns {Promise<{ status: number | null, signal: string | null, output: string }>}
 */
export function command(program, args, { env = {}, onOutput, inView = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: inView ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts can be ended with it.
      detached: true,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, output }));
    endWithUs(child);
  });
}

/** Asks a program to end when we are to stop, and ends it and all it started when it doesn't. */
function endWithUs(child) {
  let force;
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing of it is left.
    }
  };
  const end = () => {
    child.kill('SIGINT');
    force = setTimeout(kill, END_MS);
  };
  if (stop.aborted) end();
  stop.addEventListener('abort', end);
  hurry.addEventListener('abort', kill);
  child.once('exit', () => {
    clearTimeout(force);
    stop.removeEventListener('abort', end);
    hurry.removeEventListener('abort', kill);
    if (stop.aborted) kill();
  });
}

/** Runs npm: the one that runs us, else the one on the path. */
export function npm(args, options) {
  const ours = process.env.npm_execpath;
  if (ours?.endsWith('npm-cli.js')) return command(process.execPath, [ours, ...args], options);
  return command('npm', args, options);
}
