import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseUrl } from '#db/database.server.ts';
import { makeFormWorld, type Place } from '#tests/routes/form-world.ts';
import { formsOf, type PageField, sentBy } from '#tests/routes/page-forms.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { partitionedCopy, type Touched } from './copy.ts';
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
let asked: Statement[];
let jobs: Statement[];

beforeAll(async () => {
  await sql`alter table circle alter column id restart with ${sql.lit(FIRST_CIRCLE)}`.execute(db);
  const world = await makeFormWorld();
  // Before anything is sent: what is written below is new to it.
  copy = await partitionedCopy(databaseUrl());
  asked = await recorded(async () => {
    for (const place of world) await visit(place);
  });
  jobs = await recorded(runJobs);
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

const said = (touched: Touched[], text: string) =>
  `${touched.map(({ table, count }) => `${table} ${count}`).join(', ')}:\n${text}`;

/** What a statement touches of tables of more circles than it names. */
async function astray(statement: Statement): Promise<string[]> {
  const most = Math.max(1, circlesNamed(statement.values));
  const beyond = (await copy.touched(statement)).filter(({ count }) => count > most);
  return beyond.length > 0 ? [said(beyond, statement.text)] : [];
}

test('what belongs to a circle touches the one partition that has it', async () => {
  const held = [...asked, ...jobs].filter(({ across }) => !across);
  expect(held.length).toBeGreaterThan(100);
  const all: string[] = [];
  for (const statement of held) all.push(...(await astray(statement)));
  expect(all).toEqual([]);
}, 120_000);

test('a job that knows its row alone looks for nothing else everywhere', async () => {
  const across = jobs.filter((one) => one.across);
  expect(across.length).toBeGreaterThan(4);
  const all: string[] = [];
  for (const statement of across) {
    const beyond = (await copy.touched(statement)).filter(({ count }) => count > 1);
    if (beyond.length > 1) all.push(said(beyond, statement.text));
  }
  expect(all).toEqual([]);
}, 60_000);

test('a statement that leaves the circle of a joined table to its id is noticed', async () => {
  const text = `select n.id from note n left join note_deletion d on d.note_id = n.id
    where n.circle_id = $1`;
  expect(await astray({ text, values: [FIRST_CIRCLE], across: false })).toHaveLength(1);
});

test('the unique keys that no partition could keep are the ones we know of', () => {
  const known = readFileSync('docs/scaling.md', 'utf8');
  expect(copy.widened.filter((key) => !known.includes(`\`${key}\``))).toEqual([]);
});
