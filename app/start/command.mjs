import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs a program in the project to its end and keeps what it says.
 * @returns {Promise<{ status: number | null, signal: string | null, output: string }>}
 */
export function command(program, args, { env = {}, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, output }));
  });
}

/** Runs npm: the one that runs us, else the one on the path. */
export function npm(args, options) {
  const ours = process.env.npm_execpath;
  if (ours?.endsWith('npm-cli.js')) return command(process.execPath, [ours, ...args], options);
  return command('npm', args, options);
}
