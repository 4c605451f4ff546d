import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BookSchema } from '#app/books/forms.ts';
import { MOST_SECTIONS } from '#app/books/rules/table-of-contents.ts';
import { BallotSchema, ClosingSchema } from '#app/choosing/forms.ts';
import {
  AgreementConsentSchema,
  AgreementEditSchema,
  CircleSettingsSchema,
} from '#app/circles/forms.ts';
import { EditNoteSchema } from '#app/discussions/forms.ts';
import { requiredText, submissionKey } from '#app/platform/forms/fields.server.ts';
import { parseForm } from '#app/platform/forms/form.server.ts';
import { placeOf, shapeOf } from '#app/platform/forms/form-shape.server.ts';
import { PlanSchema } from '#app/reading/plan/forms/plan.ts';
import { ReplanSchema } from '#app/reading/plan/forms/replan.ts';
import { ProgressSchema } from '#app/reading/progress/forms.ts';
import { TakeawaySchema } from '#app/seasons/forms.ts';
import { SessionSchema } from '#app/sessions/forms.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

type Fields = [string, string][];

const sent = (fields: Fields | string, type = 'application/x-www-form-urlencoded') =>
  new Request('http://x.example', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: typeof fields === 'string' ? fields : String(new URLSearchParams(fields)),
  });

/** What came of a form: what was read, what is shown again, or the status of a flat refusal. */
async function outcome(schema: z.ZodType, fields: Fields | string) {
  try {
    const parsed = await parseForm(sent(fields), schema);
    if (parsed.ok) return { form: parsed.form };
    const { data, init } = parsed.refused;
    return { reply: (data as { form: FormReply }).form, status: init?.status };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, words: await thrown.text() };
  }
}

const Talk = z.object({
  title: requiredText(100, 'Give it a title.'),
  rows: z
    .array(z.object({ name: z.string().default('') }))
    .max(3, 'Three at most.')
    .default([]),
  tags: z.array(z.string()).max(3).default([]),
  submissionKey: submissionKey.optional(),
});

describe('a form', () => {
  test('is read by the names of its schema; others are neither read nor shown again', async () => {
    const fields: Fields = [
      ['title', 'Hello'],
      ['rows[1].name', 'b'],
      ['rows[0].name', 'a'],
      ['tags', 'x'],
      ['tags', 'y'],
      ['utm_source', 'z'],
      ['title.more', 'z'],
      ['rows', 'z'],
      ['rows[0]', 'z'],
      ['tags[0]', 'z'],
      ['constructor.prototype', 'z'],
      ['__proto__.polluted', 'z'],
    ];
    expect(await outcome(Talk, fields)).toEqual({
      form: { title: 'Hello', rows: [{ name: 'a' }, { name: 'b' }], tags: ['x', 'y'] },
    });
    const refused = await outcome(Talk, [...fields.slice(1), ['form', 'talk']]);
    expect(refused).toEqual({
      status: 422,
      reply: {
        values: { rows: [{ name: 'a' }, { name: 'b' }], tags: ['x', 'y'], form: 'talk' },
        errors: { title: ['Give it a title.'] },
      },
    });
  });

  test('with a character that nobody types keeps the rest, and says where it is', async () => {
    expect(
      await outcome(Talk, [
        ['title', 'He\0llo'],
        ['rows[0].name', 'a\0'],
      ]),
    ).toEqual({
      status: 422,
      reply: {
        values: { title: 'Hello', rows: [{ name: 'a' }] },
        errors: {
          title: [expect.stringContaining('invisible character')],
          'rows[0].name': [expect.stringContaining('invisible character')],
        },
      },
    });
  });

  test('with a list that is somewhat too long says so and keeps it all', async () => {
    const rows = [0, 1, 2, 3, 4].map((at): [string, string] => [`rows[${at}].name`, `${at}`]);
    const refused = await outcome(Talk, [['title', 'x'], ...rows]);
    expect(refused.reply?.errors).toEqual({ rows: ['Three at most.'] });
    expect(refused.reply?.values.rows).toHaveLength(5);
  });

  test('says what is wrong with a field that no page shows as of the whole', async () => {
    const refused = await outcome(Talk, [
      ['title', 'x'],
      ['submissionKey', 'nonsense'],
    ]);
    expect(refused.reply?.errors).toEqual({
      '': ['This form is out of date. Load the page again.'],
    });
  });

  test.each<[string, Fields | string]>([
    ['an order to Conform', [['__intent__', '{"type":"reset","payload":{}}']]],
    ['a state for Conform', [['__state__', '{}']]],
    ['one value twice', 'title=a&title=b'],
    ['a row that nobody typed', 'rows[9].name=a'],
    ['a row of many digits', `rows[${'9'.repeat(80)}].name=a`],
    ['a long name', `${'a'.repeat(101)}=b`],
    ['a deep name', 'a.b.c.d.e=f'],
    ['a name that nests by number', 'a[0][1][2][3]=b'],
    ['hundreds of fields it does not have', 'a=&'.repeat(200)],
  ])('is refused flatly with %s', async (_, fields) => {
    const { status, words } = await outcome(Talk, fields);
    expect(status).toBe(400);
    expect(words).toMatch(/nothing was changed/);
  });
});

test.each<[string, z.ZodType, string]>([
  ['a circle’s settings', CircleSettingsSchema, 'version'],
  ['an agreement', AgreementEditSchema, 'version'],
  ['a consent', AgreementConsentSchema, 'agreementVersion'],
  ['a takeaway', TakeawaySchema, 'version'],
  ['a note', EditNoteSchema, 'version'],
  ['a book', BookSchema, 'version'],
  ['a plan', PlanSchema, 'version'],
  ['a plan made anew', ReplanSchema, 'version'],
  ['a session', SessionSchema, 'version'],
  ['a ballot', BallotSchema, 'version'],
  ['when a choice closes', ClosingSchema, 'version'],
])('a version that no row has reaches nothing: %s', async (_, schema, name) => {
  for (const odd of ['x', '-1', '1.5', '1e3', '1e300', '0x10', 'Infinity', '9'.repeat(10), '１']) {
    const { reply, status } = await outcome(schema, [[name, odd]]);
    expect(status, odd).toBe(422);
    expect(reply?.errors[''], odd).toEqual([expect.stringContaining('out of date')]);
  }
});

test.each([
  ['x', ['x', '2']],
  ['a fraction', ['1.5', '2']],
  ['more than a number holds', ['9'.repeat(30), '2']],
  ['one that is ranked already', ['2', '2']],
])('a ballot for %s is shown again', async (_, proposals) => {
  const ranks = proposals.flatMap(
    (proposal, at): Fields => [
      [`ranks[${at}].proposal`, proposal],
      [`ranks[${at}].rank`, String(at + 1)],
    ],
  );
  const { reply, status } = await outcome(BallotSchema, [['version', '1'], ...ranks]);
  expect(status).toBe(422);
  expect(reply?.errors['ranks[0].rank']).toEqual([expect.stringContaining('out of date')]);
  expect(reply?.values.ranks).toHaveLength(2);
});

test('a paste that would make a row of each of 30,000 lines is kept, and not read', async () => {
  const contents = 'a\n'.repeat(30_000);
  const { reply, status } = await outcome(BookSchema, [
    ['step', 'read'],
    ['contents', contents],
  ]);
  expect(status).toBe(422);
  expect(reply?.errors.contents).toEqual([expect.stringContaining('1,000 lines')]);
  expect(reply?.values).toMatchObject({ contents });
});

test.each([
  ['a loose object', z.looseObject({ a: z.string() })],
  ['a record', z.record(z.string(), z.string())],
  ['a list without end', z.object({ a: z.array(z.string()) })],
  ['anything', z.object({ a: z.any() })],
])('no form is made of %s', (_, schema) => {
  expect(() => shapeOf(schema)).toThrow(/A form cannot carry/);
});

describe('the largest forms of the product fit', () => {
  const rows = (list: string, count: number, row: (at: number) => Record<string, string>) =>
    Array.from({ length: count }, (_, at) =>
      Object.entries(row(at)).map(([name, value]): [string, string] => [
        `${list}[${at}].${name}`,
        value,
      ]),
    ).flat();
  const key: [string, string] = ['submissionKey', '0190a0a0-0000-4000-8000-000000000000'];

  test('a table of contents', async () => {
    const row = (at: number) => ({
      ...{ id: '', kind: 'chapter', label: `${at + 1}`, page: `${at + 1}`, line: '', reason: '' },
      title: `A chapter with a title of an ordinary length, number ${at + 1}`,
    });
    const fields: Fields = [key, ['title', 'A book'], ['contents', 'x'.repeat(20_000)]];
    const { form } = await outcome(BookSchema, [
      ...fields,
      ...rows('sections', MOST_SECTIONS, (at) => ({ ...row(at), line: at ? '' : 'first' })),
    ]);
    expect((form as z.output<typeof BookSchema>).book?.sections).toHaveLength(MOST_SECTIONS);
  });

  test('a plan', async () => {
    const { form } = await outcome(PlanSchema, [
      ...([key, ['bookId', '1'], ['startsOn', '2027-01-01'], ['endsOn', '2027-12-01']] as Fields),
      ...([
        ['rhythm', 'weekly'],
        ['weekday', '2'],
        ['pace', '30'],
      ] as Fields),
      ...rows('milestones', 60, (at) => ({
        ...{ key: `m${at}`, id: '', title: `Part ${at}`, dueOn: '2027-06-01' },
      })),
      ...rows('sections', MOST_SECTIONS, (at) => ({ id: `${at + 1}`, milestone: `m${at % 60}` })),
      ...rows('pauses', 20, () => ({ label: 'Away', from: '2027-02-01', to: '2027-02-02' })),
      ...rows('fixed', 20, (at) => ({ section: `${at + 1}`, by: '2027-03-01' })),
    ]);
    const { plan } = form as { plan: { milestones: { sectionIds: number[] }[] } };
    expect(plan.milestones.flatMap(({ sectionIds }) => sectionIds)).toHaveLength(MOST_SECTIONS);
  });

  test('an agenda', async () => {
    const { form } = await outcome(SessionSchema, [
      ...([
        key,
        ['zone', 'UTC'],
        ['date', '2027-01-01'],
        ['time', '18:00'],
        ['minutes', '90'],
      ] as Fields),
      ...rows('agenda', 40, (at) => ({ title: `Item ${at}`, minutes: '5', deck: '', card: '' })),
    ]);
    expect(form).toMatchObject({ session: { agenda: { length: 40 } } });
  });

  test('a ballot', async () => {
    const { form } = await outcome(BallotSchema, [
      ['version', '1'],
      ...rows('ranks', 12, (at) => ({ proposal: `${at + 1}`, rank: `${at + 1}` })),
    ]);
    expect(form).toMatchObject({ ranking: { length: 12 } });
  });

  test('what was read of a book', async () => {
    const read = Array.from({ length: MOST_SECTIONS }, (_, at): [string, string] => [
      'read',
      `${at + 1}`,
    ]);
    const { form } = await outcome(ProgressSchema, [['what', 'sections'], ...read]);
    expect(form).toMatchObject({ read: { length: MOST_SECTIONS } });
  });
});

test('whatever a form carries, it is read, shown again by known names, or refused', async () => {
  const schemas = [Talk, BallotSchema, BookSchema, PlanSchema, SessionSchema, ProgressSchema];
  const part = fc.constantFrom(
    ...['title', 'rows', 'tags', 'ranks', 'sections', 'agenda', 'milestones', 'proposal', 'rank'],
    ...['name', 'step', 'what', 'version', '__proto__', 'constructor', '__intent__', 'form', ''],
  );
  const join = fc.constantFrom('.', '[', ']', '[0]', '[1].', '[999999]', '[]', '..', '\0', '%');
  const name = fc.oneof(
    fc.array(fc.oneof(part, join), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 120 }),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '1', 'x', '\0', '1e999', '-1', 'up:1', 'read', 'propose', 'add-row'),
  );
  const fields = fc.array(fc.tuple(name, value), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...schemas), fields, async (schema, given) => {
      const { reply, status = 200 } = await outcome(schema, given);
      expect([200, 400, 422]).toContain(status);
      for (const shown of Object.keys(reply?.values ?? {})) {
        const top = (of: string) => of === shown || new RegExp(`^${shown}[.[]`).test(of);
        const known = given.some(([of]) => top(of) && placeOf(of, shapeOf(schema)) !== 'unknown');
        expect(known || shown === 'form', shown).toBe(true);
      }
    }),
    { seed: 20261127, numRuns: 800 },
  );
});
