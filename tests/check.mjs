/** `npm run check`: everything that can be known about the code without running it. */
import { fileURLToPath } from 'node:url';
import { command, npm } from '../app/start/command.mjs';
import { ensureDependencies } from '../app/start/dependencies.mjs';
import { root } from '../app/start/project.mjs';
import { hearStops } from '../app/start/stopping.mjs';
import { checkBoundaries } from './support/boundaries.mjs';

const STEPS = [
  { name: 'types', run: () => tool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false']) },
  { name: 'lock file', run: checkLockFile },
  {
    name: 'lint and format',
    run: () => tool('@biomejs/biome/bin/biome', ['check', '--colors=off', '--error-on-warnings']),
  },
  { name: 'import boundaries', run: checkBoundaries },
  {
    name: 'unused code',
    run: () =>
      tool('knip/bin/knip.js', [
        '--config',
        'tests/knip.json',
        '--no-progress',
        '--no-config-hints',
      ]),
  },
  { name: 'prompt cards', run: checkCards },
  {
    name: 'generated schema',
    run: () => tool('tsx/dist/cli.mjs', ['db/write-schema.ts', '--check']),
  },
];

/** Runs every step, also after a failure. @returns how many passed and failed */
export async function check() {
  const result = { passed: 0, failed: 0 };
  const waiting = [...STEPS];
  // Two at a time, each a process of its own: the types alone take half of the time.
  const one = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const start = Date.now();
      const problem = await step.run().catch((error) => error.message);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      if (problem) console.log(`  ✗ ${step.name} (${seconds} s)\n\n${problem}\n`);
      else console.log(`  ✓ ${step.name} (${seconds} s)`);
      result[problem ? 'failed' : 'passed']++;
    }
  };
  await Promise.all([one(), one()]);
  return result;
}

/** Whether `npm ci` would accept it: what a newcomer's first start depends on. */
async function checkLockFile() {
  const { status, output } = await npm(['ci', '--dry-run', '--ignore-scripts', '--no-audit']);
  if (status === 0) return undefined;
  const said = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return `npm ci refuses package-lock.json:\n${said.slice(0, 12).join('\n')}`;
}

/** Says how many cards there are, and what of. */
async function checkCards() {
  const args = ['node_modules/tsx/dist/cli.mjs', 'tests/check-cards.ts'];
  const { status, output } = await command(process.execPath, args);
  if (status !== 0) return output.trim();
  const figures = output.trim().split('\n').slice(-6);
  console.log(figures.map((line) => `    ${line}`).join('\n'));
  return undefined;
}

/** Runs a tool of ours. @returns what it said when it failed */
async function tool(script, args) {
  const { status, output } = await command(process.execPath, [`node_modules/${script}`, ...args]);
  return status === 0 ? undefined : output.trim() || `ended with ${status} and said nothing`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  hearStops();
  await ensureDependencies();
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
