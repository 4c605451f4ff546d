import express from 'express';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { httpApp } from '#app/server/http.server.ts';
import { lastWords } from '#app/server/last-words.server.ts';
import { ENDLESS, rawRequest, STALLED, startListening } from '#tests/support/raw-request.ts';
import { serverBuild } from '#tests/support/server-build.ts';

const MB = 1024 * 1024;
const WITHOUT_END = 'Content-Length: 99999999999';
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const OURS = 'Sec-Fetch-Site: same-origin';
const FILE = 'Content-Type: multipart/form-data; boundary=b';

let site: Awaited<ReturnType<typeof startListening>>;
beforeAll(async () => {
  site = await startListening(httpApp(serverBuild));
});
afterAll(() => site.stop());

test.each([
  ['a form', 413, ['POST /sign-in HTTP/1.1', FORM, OURS, WITHOUT_END]],
  ['a form in pieces', 413, ['POST /sign-in HTTP/1.1', FORM, OURS, 'Transfer-Encoding: chunked']],
  ['a file of a visitor', 302, ['POST /shelf/imports/new HTTP/1.1', FILE, OURS, WITHOUT_END]],
  [
    'a form of another site',
    403,
    ['POST /sign-in HTTP/1.1', FORM, 'Sec-Fetch-Site: cross-site', WITHOUT_END],
  ],
  ['a form that no page takes', 413, ['POST /nowhere HTTP/1.1', FORM, OURS, WITHOUT_END]],
  ['a page asked for with a body', 200, ['GET /sign-in HTTP/1.1', WITHOUT_END]],
  ['a health check with a body', 200, ['GET /healthz HTTP/1.1', WITHOUT_END]],
  ['an asset with a body', 404, ['GET /assets/none.js HTTP/1.1', WITHOUT_END]],
])('%s without end is answered, and not read for ever', async (_, status, lines) => {
  const chunked = lines.includes('Transfer-Encoding: chunked');
  const request = rawRequest(site.port, lines, chunked ? chunks(40) : ENDLESS);
  await request.closed;
  expect(request.answer()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(request.answer()).toMatch(/\r\nConnection: close\r\n/i);
  // What the server reads on, and what the two kernels hold for it.
  expect(request.sent()).toBeLessThan(64 * MB);
});

/** A body in chunks of a megabyte, without its end. */
function chunks(megabytes: number): string {
  return `${MB.toString(16)}\r\n${'x'.repeat(MB)}\r\n`.repeat(megabytes);
}

test('who sends all of too much before reading hears why', async () => {
  const body = 'x'.repeat(8 * MB);
  const length = `Content-Length: ${body.length}`;
  const request = rawRequest(site.port, ['POST /sign-in HTTP/1.1', FORM, OURS, length], body);
  request.socket.pause();
  await new Promise((resolve) => request.socket.once('drain', resolve));
  request.socket.resume();
  await request.closed;
  expect(request.sent()).toBe(body.length);
  expect(request.answer()).toMatch(/^HTTP\/1.1 413 /);
  expect(request.answer()).toContain('That is more than Octavo accepts in one go.');
});

test('who says how much it will be, and sends nothing, is answered and closed', async () => {
  const limits = { ms: 100, bytes: MB };
  const refusing = express().use(lastWords(undefined, limits));
  const small = await startListening(refusing.use((_req, res) => void res.status(413).end()));
  const request = rawRequest(
    small.port,
    ['POST /sign-in HTTP/1.1', FORM, OURS, WITHOUT_END],
    STALLED,
  );
  await vi.waitFor(() => expect(request.answer()).toMatch(/^HTTP\/1.1 413 /), 10_000);
  await vi.waitFor(async () => expect(await small.connections()).toBe(0), 10_000);
  request.socket.destroy();
  small.stop();
});

test('a form that is in before it is answered keeps its connection', async () => {
  const request = rawRequest(
    site.port,
    ['POST /sign-in HTTP/1.1', FORM, OURS, 'Content-Length: 3'],
    'a=bGET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );
  await request.closed;
  expect(request.answer()).toMatch(/^HTTP\/1.1 422 /);
  expect(request.answer()).toMatch(/HTTP\/1.1 200 OK[\s\S]*\r\n\r\nok$/);
});
