import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { booksOf } from '#app/books/queries/books.server.ts';
import { readingsAhead } from '#app/reading/queries/readings.server.ts';
import { formsOf, type PageForm, sentBy } from '#tests/routes/page-forms.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { bookIn, day } from './planned.ts';

const PLAIN = { name: '', value: '' };

function formIn(body: string, path: string) {
  const hasKey = ({ fields }: PageForm) => fields.some(({ name }) => name === 'submissionKey');
  const form = formsOf(body, path).find(hasKey);
  if (!form) throw new Error('no form');
  return form;
}

test('a book under the key of another one: both are shown, and both can be saved', async () => {
  const { host, slug } = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const path = `/circles/${slug}/reading/books/new`;
  const form = {
    ...{ submissionKey: randomUUID(), title: 'Accelerate' },
    ...{ 'sections[0].kind': 'chapter', 'sections[0].title': 'One', 'sections[0].page': '3' },
  };
  const first = await ask(path, { cookie, form });
  expect((await ask(path, { cookie, form })).location).toBe(first.location);
  for (const other of [
    { ...form, title: 'Peopleware' },
    { ...form, 'sections[0].title': 'Two' },
  ]) {
    const { status, body } = await ask(path, { cookie, form: other });
    expect(status).toBe(422);
    expect(body).toContain('This page has saved something before');
    expect(body).toMatch(/href="[^"]*\/reading\/books\/\d+"[^>]*>Accelerate</);
    const again = formIn(body, path);
    const saved = await ask(path, { cookie, form: new URLSearchParams(sentBy(again, PLAIN)) });
    expect(saved.status).toBe(303);
    expect(saved.location).not.toBe(first.location);
  }
  expect((await booksOf(host)).map(({ title }) => title)).toEqual([
    'Accelerate',
    'Peopleware',
    'Accelerate',
  ]);
});

test('a plan under the key of another one is not taken for it', async () => {
  const { host, slug } = await circleOf();
  const { bookId } = await bookIn(host);
  const cookie = await signInCookie(host.viewer);
  const path = `/circles/${slug}/reading/new?book=${bookId}`;
  const form = formIn((await ask(path, { cookie })).body, path);
  const sent = new URLSearchParams(sentBy(form, PLAIN));
  const first = await ask(path, { cookie, form: sent });
  expect(first.status).toBe(303);
  expect((await ask(path, { cookie, form: sent })).location).toBe(first.location);
  sent.set('endsOn', day(300));
  const { status, body } = await ask(path, { cookie, form: sent });
  expect(status).toBe(422);
  expect(body).toContain('This page has saved something before');
  expect(body).toContain(`href="${first.location}"`);
  expect(body).toContain(`value="${day(300)}"`);
  expect(await readingsAhead(host)).toHaveLength(1);
});
