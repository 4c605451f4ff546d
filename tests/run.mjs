/**
 * `npm test`: everything, from nothing. Ends with a line `N passed, N failed` over the steps of the
 * check, the build, the unit, database and route tests and the browser journeys.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../app/start/build.mjs';
import { command } from '../app/start/command.mjs';
import { ensureDependencies } from '../app/start/dependencies.mjs';
import { root } from '../app/start/project.mjs';
import { hearStops, stop } from '../app/start/stopping.mjs';

const results = join(root, 'tests/.results');
const total = { passed: 0, failed: 0 };

process.chdir(root);
hearStops();
const start = Date.now();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Nothing that follows can run without these two.
if (await step('Dependencies', ensureDependencies)) {
  await suite('Check', () => import('./check.mjs').then(({ check }) => check()));
  // Before the tests that start it, so that none of them waits for it.
  const built = await step('Build', ensureBuild);
  await suite('Unit, database and route tests', unitTests);
  const browser = await step('Browser', findBrowser);
  if (built && browser) await suite('Browser journeys', journeys);
}
if (stop.aborted) {
  console.log(`\nStopped by ${stop.reason}.`);
  process.exit(1);
}
console.log(`\nThis took ${Math.round((Date.now() - start) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** One thing that works or does not; counts as one. */
async function step(name, work) {
  if (stop.aborted) return false;
  heading(name);
  try {
    console.log(`  ✓ ${(await work()) ?? 'ready'}`);
    total.passed++;
    return true;
  } catch (error) {
    console.log(`  ✗ ${error.message}`);
    total.failed++;
    return false;
  }
}

/** Many things that work or do not. A suite that ran nothing has failed. */
async function suite(name, work) {
  if (stop.aborted) return;
  heading(name);
  try {
    const { passed, failed, notes = [] } = await work();
    for (const note of notes) console.log(`  ✗ ${note}`);
    if (passed + failed === 0) throw new Error('No test ran.');
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    console.log(`  ✗ ${error.message}`);
    total.failed++;
  }
}

function heading(name) {
  console.log(`\n${name}`);
}

async function findBrowser() {
  const { ensureBrowser } = await import('./browser.mjs');
  process.env.TEST_BROWSER = await ensureBrowser();
  return process.env.TEST_BROWSER;
}

async function unitTests() {
  const file = join(results, 'vitest.json');
  const status = await run('node_modules/vitest/vitest.mjs', [
    ...['run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  const { testResults } = report(file, status);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter((file) => isBroken(file)).map(({ name }) => name);
  return summary(status, {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).length,
    errors: broken.map((name) => `${name} could not be run.`),
  });
}

/** A file that failed outside any of its tests: it did not load, or a hook threw. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

async function journeys() {
  const file = join(results, 'playwright.json');
  const status = await run(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const { stats, errors } = report(file, status);
  return summary(status, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    errors: errors.map(({ message }) => message),
  });
}

/** Skipping is failing, and a runner that says it failed has failed. */
function summary(status, { passed, failed, skipped, errors }) {
  const notes = [...errors];
  if (skipped > 0) notes.push(`${skipped} skipped: every test must run.`);
  const counted = failed + skipped + errors.length;
  if (status === 0 || counted > 0) return { passed, failed: counted, notes };
  return { passed, failed: 1, notes: [`The runner ended with ${status}.`] };
}

function report(file, status) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The runner ended with ${status} and left no report.`);
  }
}

/** Runs one of our tools in view. @returns its exit status; none when a signal ended it */
async function run(script, args, env) {
  const { status } = await command(process.execPath, [script, ...args], { env, inView: true });
  return status;
}
