import { isRouteErrorResponse } from '@remix-run/react';
import { expect, test } from 'vitest';
import { tellingFetch } from '#app/ui/document/data-answers.ts';

const answering = (body: string | null, status: number, headers: Record<string, string>) =>
  tellingFetch(async () => new Response(body, { status, headers }));

const thrownBy = (ask: typeof fetch, path: string) =>
  ask(path, { method: 'POST' }).then(
    () => expect.unreachable('It was not thrown.'),
    (error: unknown) => error,
  );

test('the data that a script asked for comes through', async () => {
  const ask = answering('[1]', 422, { 'X-Remix-Response': 'yes' });
  const answer = await ask('/sign-in.data');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toBe('[1]');
});

test('what is no data is left alone', async () => {
  const ask = answering('<h1>Not here</h1>', 404, {});
  expect((await ask('/__manifest?p=/a.data')).status).toBe(404);
  expect((await ask(new URL('https://circles.example.org/assets/a.js'))).status).toBe(404);
});

test('a proxy’s own page is told from Octavo’s words, as an error that pages know', async () => {
  const html = { 'Content-Type': 'text/html' };
  const front = await thrownBy(answering('<h1>Too large</h1>', 413, html), '/shelf.data?a=b');
  expect(isRouteErrorResponse(front)).toBe(true);
  expect(front).toMatchObject({ status: 413, data: { inFront: true, words: '' } });

  const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Request-Id': 'one' };
  const ours = await thrownBy(answering('It was not accepted.', 403, plain), '/a.data');
  expect(ours).toMatchObject({
    status: 403,
    data: { inFront: false, words: 'It was not accepted.' },
  });
});
