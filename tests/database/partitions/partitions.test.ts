import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseUrl } from '#db/database.server.ts';
import { makeFormWorld, type Place } from '#tests/routes/form-world.ts';
import { formsOf, type PageField, sentBy } from '#tests/routes/page-forms.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { partitionedCopy } from './copy.ts';
import { recorded, type Statement } from './recorded.ts';

/** No other row has a number like a circle's, so that a value is known for one. */
const FIRST_CIRCLE = 1_000_000;
const circlesNamed = (values: unknown[]) =>
  new Set(
    values
      .flat()
      .map(Number)
      .filter((value) => value >= FIRST_CIRCLE && value < 2 * FIRST_CIRCLE),
  ).size;

const TYPED = /^(text|textarea)$/;
const filled = (field: PageField): PageField =>
  TYPED.test(field.kind) && field.value === '' ? { ...field, value: 'What we said' } : field;

let copy: Awaited<ReturnType<typeof partitionedCopy>>;
let statements: Statement[];

beforeAll(async () => {
  await sql`alter table circle alter column id restart with ${sql.lit(FIRST_CIRCLE)}`.execute(db);
  const world = await makeFormWorld();
  // Before anything is sent: what is written below is new to it.
  copy = await partitionedCopy(databaseUrl());
  statements = await recorded(async () => {
    for (const place of world) await visit(place);
    await runJobs();
  });
}, 240_000);
afterAll(() => copy?.end());

/** Looks at a page and sends each of its forms. */
async function visit({ who, path }: Place): Promise<void> {
  const cookie = async () => (who ? { cookie: await signInCookie(who) } : {});
  const { body } = await ask(path, await cookie());
  for (const form of formsOf(body, path)) {
    if (form.hasFile || /sign-out|password/.test(form.action)) continue;
    const button = form.buttons[0] ?? { name: '', value: '' };
    const sent = new URLSearchParams(sentBy(form, button, filled));
    await ask(form.action, { ...(await cookie()), form: sent });
  }
}

const astray = async ({ text, values }: Statement) => {
  const { table, count } = await copy.touched(text, values);
  const most = Math.max(1, circlesNamed(values));
  return count > most ? [`${count} partitions of ${table}, not ${most}:\n${text}`] : [];
};

test('what belongs to a circle touches the one partition that has it', async () => {
  expect(statements.length).toBeGreaterThan(100);
  const all: string[] = [];
  for (const statement of statements) all.push(...(await astray(statement)));
  expect(all).toEqual([]);
}, 120_000);

test('a statement that leaves the circle of a joined table to its id is noticed', async () => {
  const text = `select n.id from note n left join note_deletion d on d.note_id = n.id
    where n.circle_id = $1`;
  expect(await astray({ text, values: [FIRST_CIRCLE] })).toHaveLength(1);
});

test('the unique keys that no partition could keep are the ones we know of', () => {
  const known = readFileSync('docs/scaling.md', 'utf8');
  expect(copy.widened.filter((key) => !known.includes(`\`${key}\``))).toEqual([]);
});
