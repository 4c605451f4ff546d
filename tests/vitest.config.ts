import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// They change what a module keeps from when it was loaded: the environment, the decks, the console.
const ALONE = [
  'tests/accounts/cookies.test.ts',
  'tests/accounts/mailer.test.tsx',
  'tests/cards/broken-page.test.ts',
  'tests/cards/card-page.test.ts',
  'tests/cards/on-paper.test.ts',
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
// They take longest: whichever of them came last would leave the other worker idle.
const LONG = [
  'tests/faults/short-form.test.ts',
  'tests/year/year.test.ts',
  'tests/routes/matrix.test.ts',
  'tests/routes/forms.test.ts',
  'tests/site/backup.test.ts',
  'tests/database/relaunch.test.ts',
  'tests/database/bundled-postgres.test.ts',
  'tests/server/start.test.ts',
  'tests/limits/limits.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    // Those that run alone stay in front, together: the others share their processes.
    const place = ({ project, moduleId }: TestSpecification) => {
      if (project.name === 'alone') return 0;
      return LONG.some((name) => moduleId.endsWith(`/${name}`)) ? 1 : 2;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    // One more than the cores it was made for: a few files wait for processes most of their time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/database.ts'],
    setupFiles: ['tests/support/worker.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: false,
  },
});
