import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { tripsOf } from '#tests/support/trips.ts';

let noor: Viewer;
let circle: CastCircle;
let cookie: string;
let path: string;
beforeEach(async () => {
  noor = await person('Noor');
  circle = await circleOf({ members: [noor] });
  cookie = await signInCookie(noor);
  const { threadId } = await threadBy(circle.host);
  await noteBy(circle.host, threadId);
  path = `/circles/${circle.slug}/threads/${threadId}`;
});

/** What the shell of a page says is new; null for nothing. */
const shown = (body: string) => /<b class="count">(\d+\+?)/.exec(body)?.[1] ?? null;

test('every page says how much is new', async () => {
  for (const page of ['/', '/inbox', '/cards', `/circles/${circle.slug}`]) {
    expect(shown((await ask(page, { cookie })).body), page).toBe('2');
  }
});

test('a page that shows what is new counts it no more, from the first on', async () => {
  expect(shown((await ask(path, { cookie })).body)).toBeNull();
  await noteBy(circle.host, Number(path.split('/').at(-1)));
  const { body } = await ask(`${path}.data`, { cookie });
  expect(body).toContain('"unread",0');
});

test('a browser that fetches ahead reads nothing', async () => {
  const ahead = { cookie, headers: { 'Sec-Purpose': 'prefetch' } };
  expect(shown((await ask(path, ahead)).body)).toBe('2');
  expect((await ask('/inbox/count', { cookie })).body).toBe('2');
});

test('is asked for by itself, in one statement, and not by who is signed out', async () => {
  const once = () => ask('/inbox/count', { cookie });
  expect(await tripsOf(once, once)).toEqual([{ statements: 1, waves: 1 }]);
  expect(await ask('/inbox/count')).toMatchObject({ status: 302 });
});

test('a page that fails says it, too', async () => {
  const { status, body } = await ask(`/circles/${circle.slug}/threads/999999`, { cookie });
  expect(status).toBe(404);
  expect(shown(body)).toBe('2');
});

test('who is in another circle is told nothing', async () => {
  const stranger = await person('Mallory');
  await circleOf({ host: stranger });
  const { body } = await ask('/', { cookie: await signInCookie(stranger) });
  expect(shown(body)).toBeNull();
});
