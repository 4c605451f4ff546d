import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// They change what a module keeps from when it was loaded: the environment, the decks, the console.
const ALONE = [
  'tests/accounts/cookies.test.ts',
  'tests/accounts/mailer.test.tsx',
  'tests/cards/broken-page.test.ts',
  'tests/platform/smtp.test.ts',
  'tests/server/database-addresses.test.ts',
  'tests/server/foreign-database.test.ts',
  'tests/server/foreign-schema.test.ts',
  'tests/server/headers.test.ts',
  'tests/server/https-site.test.ts',
  'tests/server/worker.test.ts',
  'tests/books/look-up-pages.test.ts',
  'tests/support/console.test.ts',
];
const EVERY = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  // The application's stylesheets and Tailwind have no part in these tests.
  css: { postcss: {} },
  test: {
    // Loading the application anew for each file would take half of the time of all tests.
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'together', include: EVERY, exclude: ALONE, isolate: false } },
    ],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/support/database.ts'],
    setupFiles: ['tests/support/worker.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: false,
  },
});
