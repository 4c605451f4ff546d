import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const results = join(import.meta.dirname, '.results');

/** Long, and one after the other: what came last would leave the other worker idle. */
const LONG = ['**/start.journey.ts', '**/stop.journey.ts'];
/** Short, and by the hundred: they end on both workers at once. */
const PAGES = '**/every-page.journey.ts';

/** What a browser does of its own accord: nothing of it here. */
const QUIET = [
  '--disable-gpu',
  // No process for what it draws with: a tenth of what a browser does here.
  '--in-process-gpu',
  '--disable-gpu-compositing',
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: join(import.meta.dirname, 'journeys'),
  projects: [
    { name: 'staging', testMatch: '**/*.staging.ts' },
    { name: 'long', testMatch: LONG },
    { name: 'journeys', testMatch: '**/*.journey.ts', testIgnore: [...LONG, PAGES] },
    // What is staged is kept for the run: a page that fails costs that page.
    { name: 'pages', testMatch: PAGES, dependencies: ['staging'] },
  ],
  outputDir: join(results, 'journeys'),
  globalSetup: join(import.meta.dirname, 'support/journeys.ts'),
  workers: 2,
  fullyParallel: true,
  // A journey that passes the second time has still failed once.
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // Long enough for a machine that does other things, too.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser(), args: QUIET },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // What never comes fails its own journey, and keeps no other from its turn.
    actionTimeout: 30_000,
    // Recording every journey, to keep the few that fail, would double the time of all.
    trace: 'off',
  },
});

/** Found once; workers get it from the environment. */
function browser(): string {
  process.env.TEST_BROWSER ??= execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'browser.mjs')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).trim();
  return process.env.TEST_BROWSER;
}
