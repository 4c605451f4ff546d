/**
 * `npm run test:nodes`: a start, and the unit, database and route tests, on each Node that Octavo is
 * said to run on; `npm run test:nodes -- 22` on one. Ends with a line `N passed, N failed`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuild } from '../app/start/build.mjs';
import { command } from '../app/start/command.mjs';
import { ensureDependencies } from '../app/start/dependencies.mjs';
import { root } from '../app/start/project.mjs';
import { hearStops, stop } from '../app/start/stopping.mjs';
import { nodeOf } from './support/node-versions.mjs';
import { startOnce } from './support/start-once.mjs';

const NODES = [20, 22, 24];
const results = join(root, 'tests/.results');
const total = { passed: 0, failed: 0 };

process.chdir(root);
hearStops();
mkdirSync(results, { recursive: true });
await ensureDependencies();
await ensureBuild();
const asked = process.argv.slice(2).map(Number);
for (const major of asked.length > 0 ? asked : NODES) {
  if (stop.aborted) break;
  await on(major).catch((error) => note(false, error.message));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(stop.aborted || total.failed > 0 || total.passed === 0 ? 1 : 0);

async function on(major) {
  const program = await nodeOf(major);
  const { output } = await command(program, ['--version']);
  console.log(`\nNode ${output.trim().slice(1)}`);
  // What is started by name is this one, too.
  const env = { PATH: dirname(program) + delimiter + process.env.PATH, npm_node_execpath: program };
  await start(program, env);
  if (!stop.aborted) await tests(program, env, join(results, `node-${major}.json`));
}

/** It starts, says nothing it shouldn't, answers and stops. */
async function start(program, env) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-node-'));
  const began = Date.now();
  try {
    const wrong = await startOnce(program, {
      ...env,
      ...{ DATA_DIR: folder, DATABASE_URL: '', PORT: String(await freePort()) },
    });
    note(!wrong, wrong ?? `starts, answers and stops (${seconds(began)})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tests(program, env, file) {
  rmSync(file, { force: true });
  const began = Date.now();
  const report = ['--reporter=json', `--outputFile=${file}`];
  const { status, output } = await command(
    program,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...report],
    { env },
  );
  const said = readReport(file);
  if (!said) return note(false, `the tests left no report (${status}): ${output.slice(-2_000)}`);
  const { numPassedTests, numTotalTests, testResults } = said;
  for (const { name, status: how, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status !== 'passed');
    for (const { fullName, failureMessages } of failed) {
      console.log(`  ✗ ${fullName}\n    ${failureMessages.join('\n    ')}`);
    }
    if (how === 'failed' && failed.length === 0) console.log(`  ✗ ${name}: ${message}`);
  }
  total.passed += numPassedTests;
  total.failed += numTotalTests - numPassedTests;
  const good = status === 0 && numPassedTests > 0;
  note(good, `${numPassedTests} of ${numTotalTests} tests pass (${seconds(began)})`);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function note(good, words) {
  console.log(`  ${good ? '✓' : '✗'} ${words}`);
  total[good ? 'passed' : 'failed']++;
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
