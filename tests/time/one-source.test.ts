import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The one place that asks PostgreSQL what clocks show: to compare it with this Node. */
const COMPARES = 'site/queries/postgres-clocks.server.ts';

const app = join(import.meta.dirname, '../../app');

test('SQL works out no clocks: its zone data may be another than that of pages, mails and files', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(500);
  const zoned = /\bat\s+time\s+zone\b|(?<!ICAL\.)\btimezone\(|\bcurrent_date\b|\blocaltimestamp\b/i;
  const found = files.filter((file) => zoned.test(readFileSync(join(app, file), 'utf8')));
  expect(found.filter((file) => file !== COMPARES)).toEqual([]);
});
