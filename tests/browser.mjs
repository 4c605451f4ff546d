/**
 * Finds the browser for tests, or gets one. `node tests/browser.mjs` prints its path.
 * Plain JavaScript: it runs before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { command } from '../app/start/command.mjs';
import { during } from '../app/start/progress.mjs';
import { Problem } from '../app/start/project.mjs';

// The shell is Chromium without its window: what tests see is the same, in less than half the time.
const SHELL = 'chromium-headless-shell';
const ON_THE_PATH = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const ON_A_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that runs here: TEST_BROWSER's, Playwright's own, or the system's. */
export async function findBrowser() {
  const named = process.env.TEST_BROWSER;
  if (named) {
    if (runs(named)) return named;
    throw new Problem(`TEST_BROWSER names ${named}, which does not run.`);
  }
  return [await playwrights(), ...ON_THE_PATH.map(onThePath), ...ON_A_MAC].find(runs);
}

/** Like findBrowser, and installs one where there is none, or only Debian’s with its window. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found && (process.env.TEST_BROWSER || found !== onThePath('chromium'))) return found;
  if (found) {
    // Only for its speed: without a network, what is there does.
    await installDebians().catch(() => {});
    return findBrowser();
  }
  for (const install of [installPlaywrights, installDebians]) {
    await install();
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Problem(
    'There is no browser to test with: install Chromium or Google Chrome, ' +
      'or name one in TEST_BROWSER.',
  );
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function onThePath(name) {
  const found = spawnSync('which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** Also fails when a library is missing, as on a bare server. */
function runs(path) {
  if (!path || !existsSync(path)) return false;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function installPlaywrights() {
  const install = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  await during('Installing a browser for the tests', command(process.execPath, install));
}

async function installDebians() {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--yes', '--no-install-recommends', SHELL];
  await during(
    'Installing Debian’s Chromium for the tests',
    command('apt-get', ['update'], { env }).then(() => command('apt-get', install, { env })),
  );
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
