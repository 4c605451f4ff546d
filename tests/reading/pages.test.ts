import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { booksOf } from '#app/books/queries/books.server.ts';
import { weekdayOf } from '#app/reading/plan/rules/meeting-days.ts';
import { currentReading } from '#app/reading/queries/readings.server.ts';
import { usualAnswerDay } from '#app/seasons/rules/answer-by.server.ts';
import { addDays } from '#app/time/days.ts';
import { dayOf } from '#app/time/words.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';

const newYear = `${new Date().getUTCFullYear() + 1}-01-01`;
const firstWednesday = addDays(newYear, (10 - weekdayOf(newYear)) % 7);
/** So many days after a Wednesday of next year. */
const on = (away: number) => addDays(firstWednesday, away);

let circle: CastCircle;
let path: string;
let host: string;
let member: string;
beforeAll(async () => {
  const noor = await person('Noor');
  circle = await circleOf({ members: [noor] });
  path = `/circles/${circle.slug}/reading`;
  host = await signInCookie(circle.host.viewer);
  member = await signInCookie(noor);
});

/** A whole page in a failure would hide what failed. */
const says = ({ body }: Answer, words: string) => body.includes(words);

/** What a field of the page holds. */
const fieldIn = ({ body }: Answer, name: string) =>
  [...body.matchAll(/<input [^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes(`name="${name}"`))
    .map((input) => / value="([^"]*)"/.exec(input)?.[1])[0];

const rows = (form: Record<string, string>[]) =>
  Object.fromEntries(
    form.flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`sections[${index}].${name}`, value]),
    ),
  );

describe('entering a book', () => {
  const typed = { submissionKey: randomUUID(), title: 'Thinking <in> Systems', author: 'Meadows' };

  test('is for facilitators; a member sees nothing of it', async () => {
    expect((await ask(`${path}/books/new`, { cookie: member })).status).toBe(404);
    const posted = await ask(`${path}/books/new`, { cookie: member, form: typed });
    expect(posted.status).toBe(404);
    expect(says(await ask(path, { cookie: member }), 'No book on the table yet.')).toBe(true);
  });

  test('reads a pasted table of contents, shows it, and saves nothing yet', async () => {
    const contents = 'Contents\n1. The Basics … 11\n2. A Visit … 35\n3. Back again … 20';
    const form = { ...typed, contents, step: 'read' };
    const read = await ask(`${path}/books/new`, { cookie: host, form });
    expect(read.status).toBe(200);
    expect(says(read, 'value="Thinking &lt;in&gt; Systems"')).toBe(true);
    expect(says(read, 'value="The Basics"')).toBe(true);
    expect(says(read, 'value="3. Back again … 20"')).toBe(true);
    expect(says(read, '4 lines read. 2 need a look')).toBe(true);
    // Pressing save with text that was never read shows it first, too.
    const unread = await ask(`${path}/books/new`, { cookie: host, form: { ...form, step: '' } });
    expect(unread.status).toBe(200);
    expect(await booksOf(circle.host)).toEqual([]);
  });

  test('refuses what is wrong beside its field, keeps every word, then saves', async () => {
    const wrong = rows([
      { kind: 'chapter', label: '1', title: 'The Basics', page: '11' },
      { kind: 'chapter', label: '2', title: '', page: '9' },
      { title: '3. Back … 20', line: '3. Back … 20', reason: 'Out of order.', kind: 'chapter' },
    ]);
    const form = { ...typed, isbn: '978-1-60358-055-8', lastPage: '4', ...wrong };
    const refused = await ask(`${path}/books/new`, { cookie: host, form });
    expect(refused.status).toBe(422);
    for (const words of [
      'This is no ISBN',
      'Give this section its title',
      'The last section begins on page 11.',
      'Correct this, keep it as a section',
      'value="978-1-60358-055-8"',
    ]) {
      expect(says(refused, words), words).toBe(true);
    }
    expect(await booksOf(circle.host)).toEqual([]);

    const right = rows([
      { kind: 'chapter', label: '1', title: 'The Basics', page: '11' },
      { title: '2. Back … 20', line: '3. Back … 20', reason: 'Out of order.', kind: 'chapter' },
      { kind: 'chapter', label: '', title: '', page: '' },
    ]);
    const saved = await ask(`${path}/books/new`, { cookie: host, form: { ...typed, ...right } });
    expect(saved.status).toBe(303);
    expect(saved.location).toMatch(/\/reading\/new\?book=\d+$/);
    expect(await booksOf(circle.host)).toMatchObject([{ sections: 2 }]);
  });
});

test('planning a reading: a proposal, a refusal, the plan; and a lost update shows both', async () => {
  const [book] = await booksOf(circle.host);
  const how = { rhythm: 'weekly', weekday: '3', pace: '30' };
  const key = { submissionKey: randomUUID(), bookId: String(book?.id), count: '2', ...how };
  const at = `${path}/new?book=${book?.id}`;
  const first = await ask(at, { cookie: host });
  expect(first.status).toBe(200);
  const ids = [...first.body.matchAll(/name="sections\[\d\]\.id" value="(\d+)"/g)].map(
    ([, id]) => id,
  );
  expect(ids).toHaveLength(2);

  // It starts on a Wednesday: the first milestone comes a week after.
  const asked = { ...key, step: 'propose', startsOn: on(0) };
  const proposed = await ask(at, { cookie: host, form: asked });
  expect(proposed.status).toBe(200);
  expect(fieldIn(proposed, 'milestones[0].dueOn')).toBe(on(7));
  expect(fieldIn(proposed, 'milestones[1].dueOn')).toBe(on(14));
  expect(fieldIn(proposed, 'endsOn')).toBe(on(14));
  expect(await currentReading(circle.host)).toBeNull();

  const kept = {
    ...asked,
    'pauses[0].label': 'Winter <holidays>',
    'pauses[0].from': on(4),
    'pauses[0].to': on(3),
    'fixed[0].section': ids[1] ?? '',
    'fixed[0].by': on(1),
    count: 'many',
  };
  const unclear = await ask(at, { cookie: host, form: kept });
  expect(unclear.status).toBe(422);
  for (const words of ['This is before it begins.', 'Say how many, or leave it empty.']) {
    expect(says(unclear, words), words).toBe(true);
  }
  expect(fieldIn(unclear, 'pauses[0].label')).toBe('Winter &lt;holidays&gt;');
  const tooEarly = { ...kept, count: '2', 'pauses[0].to': on(8) };
  const never = await ask(at, { cookie: host, form: tooEarly });
  expect(never.status).toBe(422);
  expect(says(never, `The first milestone is due on ${dayOf(on(14))}, after this.`)).toBe(true);
  expect(fieldIn(never, 'fixed[0].by')).toBe(on(1));
  const added = { ...tooEarly, step: 'add-row:fixed' };
  expect(fieldIn(await ask(at, { cookie: host, form: added }), 'fixed[1].by')).toBe('');

  const plan = {
    ...key,
    startsOn: on(0),
    endsOn: on(59),
    'milestones[0].key': 'm1',
    'milestones[0].title': 'All of it',
    'milestones[0].dueOn': on(31),
    'sections[0].id': ids[0] ?? '',
    'sections[0].milestone': 'm1',
  };
  const outside = { ...plan, 'milestones[0].dueOn': on(60) };
  const refused = await ask(at, { cookie: host, form: outside });
  expect(refused.status).toBe(422);
  expect(says(refused, 'This is after the reading ends.')).toBe(true);
  expect(says(refused, 'value="All of it"')).toBe(true);
  expect(await currentReading(circle.host)).toBeNull();

  const planned = await ask(at, { cookie: host, form: plan });
  expect(planned.status).toBe(303);
  expect(await ask(at, { cookie: host, form: plan })).toMatchObject({
    status: 303,
    location: planned.location,
  });
  const seen = await ask(planned.location ?? '', { cookie: member });
  expect(says(seen, 'All of it')).toBe(true);
  expect(says(seen, 'Change the plan')).toBe(false);

  const edit = { ...plan, version: '1', endsOn: on(90) };
  const changed = await ask(`${planned.location}/edit`, { cookie: host, form: edit });
  expect(changed.status).toBe(303);
  const late = { ...plan, version: '1', 'milestones[0].title': 'My own words' };
  const lost = await ask(`${planned.location}/edit`, { cookie: host, form: late });
  expect(lost.status).toBe(422);
  expect(says(lost, 'Someone changed this plan while you did.')).toBe(true);
  expect(says(lost, 'What is saved now')).toBe(true);
  expect(says(lost, 'value="My own words"')).toBe(true);
  expect(says(lost, 'name="version" value="2"')).toBe(true);
});

test('another circle’s book and reading are not there', async () => {
  const other = await circleOf();
  const [book] = await booksOf(circle.host);
  const reading = await currentReading(circle.host);
  const cookie = await signInCookie(other.host.viewer);
  const theirs = `/circles/${other.slug}/reading`;
  for (const url of [
    `books/${book?.id}`,
    `new?book=${book?.id}`,
    `${reading?.id}`,
    `${reading?.id}/edit`,
  ]) {
    expect((await ask(`${theirs}/${url}`, { cookie })).status).toBe(404);
    expect((await ask(`${path}/${url}`, { cookie })).status).toBe(404);
  }
  const form = { answerBy: usualAnswerDay('Europe/Madrid', new Date()), zone: 'Europe/Madrid' };
  const ending = await ask(`${theirs}/${reading?.id}/ending`, { cookie, form });
  expect(ending.status).toBe(404);
  expect(await currentReading(circle.host)).not.toBeNull();
});
