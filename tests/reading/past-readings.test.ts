import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

const READ = 45;
let circle: CastCircle;
let path: string;
let cookie: string;

/** A circle that has read so many books, one a month, each with a plan. */
beforeAll(async () => {
  const noor = await person('Noor');
  circle = await circleOf({ members: [noor] });
  path = `/circles/${circle.slug}/reading`;
  cookie = await signInCookie(noor);
  await sql`
    with book as (
      insert into book (circle_id, title, author, added_by, submission_key)
      select ${circle.id}, 'Book no ' || n || '.', 'Meadows', ${circle.host.personId}, gen_random_uuid()
      from generate_series(1, ${READ}::int) n
      returning id
    ), reading as (
      insert into reading (circle_id, book_id, starts_on, ends_on, created_by, submission_key)
      select ${circle.id}, id, current_date - (${READ + 2} - n)::int * 30,
        current_date - (${READ + 2} - n)::int * 30 + 29, ${circle.host.personId}, gen_random_uuid()
      from (select id, row_number() over (order by id) as n from book) book
      returning id, ends_on
    )
    insert into milestone (circle_id, reading_id, title, due_on)
    select ${circle.id}, id, 'What we planned of it', ends_on from reading`.execute(db);
});

const linesOf = (body: string) =>
  [...body.matchAll(/>Book no (\d+)\.<\/a>/g)].map(([, n]) => Number(n));
const olderOf = (body: string) => / rel="next"[^>]* href="([^"]+)"/.exec(body)?.[1];

test('what was read comes as lines, twenty a page, the latest first', async () => {
  const pages: number[][] = [];
  for (let at: string | undefined = path; at !== undefined; ) {
    const { status, body }: Awaited<ReturnType<typeof ask>> = await ask(at, { cookie });
    expect(status).toBe(200);
    pages.push(linesOf(body));
    at = olderOf(body);
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(pages.flat()).toEqual(Array.from({ length: READ }, (_, at) => READ - at));
});

test('no plan of them is sent, and each is looked up on its own page', async () => {
  const { body } = await ask(path, { cookie });
  expect(body.includes('What we planned of it')).toBe(false);
  const [, reading] = /href="([^"]+\/reading\/\d+)"[^>]*>Book no 45\.</.exec(body) ?? [];
  const own = await ask(reading ?? '', { cookie });
  expect(own.body.includes('What we planned of it')).toBe(true);
});

test('the room itself stands on the first page only, and a page before nothing says so', async () => {
  const room = '>The next book<';
  const host = await signInCookie(circle.host.viewer);
  expect((await ask(path, { cookie: host })).body.includes(room)).toBe(true);
  const { id } = await db
    .selectFrom('reading')
    .select('id')
    .where('circle_id', '=', circle.id)
    .orderBy('starts_on')
    .executeTakeFirstOrThrow();
  const later = await ask(`${path}?before=${id}`, { cookie: host });
  expect(later.body.includes(room)).toBe(false);
  expect(later.body.includes('Nothing was read before that.')).toBe(true);
  expect(/ rel="prev"[^>]* href="([^"]+)"/.exec(later.body)?.[1]).toBe(path);
});

test.each(['', 'x', '-1', '1.5', '9999999999999999'])(
  'an address that names no place (%s) shows the first of them',
  async (before) => {
    const { status, body } = await ask(`${path}?before=${before}`, { cookie });
    expect(status).toBe(200);
    expect(linesOf(body)[0]).toBe(READ);
  },
);
