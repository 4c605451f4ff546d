import { spawn } from 'node:child_process';
import { root } from '../../app/start/project.mjs';

const START_MS = 120_000;
const PAGES = ['/health/ready', '/sign-in', '/cards'];

/**
 * Starts Octavo with the demo by this Node, asks it for a few pages and stops it.
 * @returns {Promise<string | undefined>} what was wrong, also what it said on the way
 */
export async function startOnce(program, env) {
  const child = spawn(program, ['app/start.mjs', '--demo'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const address = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text;
      // The calm screen ends with an empty line, after the last link.
      const at = /Octavo is at (\S+)/.exec(said.out)?.[1];
      if (at && said.out.endsWith('\n\n')) resolve(at);
    });
  });
  const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const url = await Promise.race([address, ended.then(() => undefined)]);
  clearTimeout(late);
  if (!url) return `it did not start: ${said.err || said.out}`;
  const wrong = await answers(url);
  child.kill('SIGTERM');
  const status = await ended;
  if (wrong) return wrong;
  if (status !== 0) return `it stopped with ${status}: ${said.err}`;
  if (said.err || /warning|deprecat/i.test(said.out)) return `it said: ${said.err || said.out}`;
  return undefined;
}

async function answers(url) {
  for (const page of PAGES) {
    const { status } = await fetch(url + page);
    if (status !== 200) return `${page} was answered with ${status}`;
  }
  return undefined;
}
