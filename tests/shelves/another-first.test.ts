import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { importsOf } from '#app/shelves/imports/queries/imports.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { fileOf, goodreads, shelf, three } from './exports.ts';

let noor: Viewer;
let cookie: string;
beforeAll(async () => {
  noor = await person('Noor');
  cookie = await signInCookie(noor);
});

const keyIn = (body: string) => /name="submissionKey" value="([^"]*)"/.exec(body)?.[1] ?? '';

describe('a form that comes again with other words in it', () => {
  test('for a book of the shelf: both are shown, and both can be saved', async () => {
    const form = { submissionKey: randomUUID(), title: 'Peopleware', author: '', state: 'want' };
    const path = '/shelf/books/new';
    for (let times = 0; times < 2; times++) {
      expect(await ask(path, { cookie, form })).toMatchObject({ status: 303 });
    }
    const other = { ...form, title: 'Accelerate', rating: '4' };
    const { status, body } = await ask(path, { cookie, form: other });
    expect(status).toBe(422);
    expect(body).toContain('This page has saved something before');
    const [first] = await shelf(noor);
    expect(body).toMatch(new RegExp(`href="/shelf/books/${first?.id}"[^>]*>Peopleware<`));
    expect(body).toContain('value="Accelerate"');
    const again = { ...other, submissionKey: keyIn(body) };
    expect(again.submissionKey).not.toBe(form.submissionKey);
    expect(await ask(path, { cookie, form: again })).toMatchObject({ status: 303 });
    expect(await shelf(noor)).toMatchObject([{ title: 'Peopleware' }, { title: 'Accelerate' }]);
  });

  test('for an export: the other file is not read, and said to be another', async () => {
    const key = randomUUID();
    const send = async (content: string, submissionKey: string = key, name = 'mine.csv') => {
      const form = new FormData();
      form.set('submissionKey', submissionKey);
      form.set('file', new File([content], name, { type: 'text/csv' }));
      return ask('/shelf/imports/new', { cookie, form });
    };
    const mine = goodreads(three);
    const first = await send(mine);
    expect(first.status).toBe(303);
    expect((await send(mine)).location).toBe(first.location);
    const other = goodreads(three.slice(1));
    const { status, body } = await send(other, key, 'hers.csv');
    expect(status).toBe(422);
    expect(body).toContain('This page has sent another file before');
    expect(body).toMatch(new RegExp(`href="${first.location}"[^>]*>mine.csv<`));
    expect(await importsOf(noor)).toHaveLength(1);
    const second = await send(other, keyIn(body), 'hers.csv');
    expect(second.status).toBe(303);
    expect(second.location).not.toBe(first.location);
  });

  test('at one moment: one file is read, the other is said to be another', async () => {
    const rui = await person('Rui');
    const key = randomUUID();
    const answers = await Promise.all([
      receiveExport(rui, key, fileOf(goodreads(three))),
      receiveExport(rui, key, fileOf(goodreads(three.slice(1)))),
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers).toContainEqual(expect.objectContaining({ reason: 'another-first' }));
    expect(await importsOf(rui)).toHaveLength(1);
  });
});

test('an older tab puts nothing back in a book of the shelf', async () => {
  const lena = await person('Lena');
  const hers = await signInCookie(lena);
  const form = { submissionKey: randomUUID(), title: 'Peopleware', state: 'want' };
  await ask('/shelf/books/new', { cookie: hers, form });
  const [book] = await shelf(lena);
  const path = `/shelf/books/${book?.id}`;
  const change = { title: 'Peopleware', state: 'read', readOn: '2026-02-01', version: '1' };
  for (let times = 0; times < 2; times++) {
    expect((await ask(path, { cookie: hers, form: change })).status).toBe(303);
  }
  const stale = { title: 'Peopleware', author: 'DeMarco', state: 'want', version: '1' };
  const { status, body } = await ask(path, { cookie: hers, form: stale });
  expect(status).toBe(422);
  expect(body).toContain('Read 1 Feb 2026');
  expect(body).toContain('value="DeMarco"');
  expect(await shelf(lena)).toMatchObject([{ state: 'read', author: '' }]);
  const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
  expect((await ask(path, { cookie: hers, form: { ...stale, version } })).status).toBe(303);
  expect(await shelf(lena)).toMatchObject([{ state: 'want', author: 'DeMarco' }]);
});
