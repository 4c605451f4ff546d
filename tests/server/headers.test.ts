import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '#app/platform/env.server.ts';
import { httpApp } from '#app/server/http.server.ts';
import { serving } from '#tests/support/raw-request.ts';
import { serverBuild } from '#tests/support/server-build.ts';

const REFUSED = { code: 'ECONNREFUSED' };
const address = env.APP_URL;
let site: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  env.APP_URL = 'https://circles.example.org';
  site = await serving(httpApp(serverBuild));
});
afterAll(() => {
  env.APP_URL = address;
  site.end();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${site.port}${path}`, { redirect: 'manual', ...init });
const form = (body: string, headers = {}) => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
});

test.each([
  ['/healthz', 200],
  ['/readyz', 200],
  ['/sign-in', 200],
  ['/', 200],
  ['/nowhere', 404],
  ['/assets/none.js', 404],
  ['/assets/', 404],
  ['/assets/%', 404],
  ['/shelf', 302],
  ['/sign-in', 403, form('a=b', { 'Sec-Fetch-Site': 'cross-site' })],
  ['/sign-in', 413, form('x'.repeat(300_000))],
  ['/sign-in', 422, form('a=b')],
] as const)('%s with %i says how it is to be taken', async (path, status, init?) => {
  const answer = await ask(path, init);
  expect(answer.status).toBe(status);
  expectHeaders(answer);
});

test('what breaks outside of a page keeps the headers, too', async () => {
  for (const [code, status] of [
    ['ECONNREFUSED', 503],
    ['EBROKEN', 500],
  ] as const) {
    const broken = await serving(
      httpApp(() => Promise.reject(Object.assign(new Error(), { code }))),
    );
    const answer = await fetch(`http://127.0.0.1:${broken.port}/`);
    broken.end();
    expect(answer.status).toBe(status);
    expectHeaders(answer);
  }
});

test('no style attribute is taken, and of the page of a missing database only its own style', async () => {
  const policy = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy(await ask('/sign-in'))).toContain("style-src 'self';style-src-attr 'none';");
  const away = await serving(httpApp(() => Promise.reject(Object.assign(new Error(), REFUSED))));
  const answer = await fetch(`http://127.0.0.1:${away.port}/`);
  const [, css = ''] = (await answer.text()).match(/<style>([\s\S]*)<\/style>/) ?? [];
  away.end();
  const hash = createHash('sha256').update(css).digest('base64');
  expect(policy(answer)).toContain(`;style-src 'sha256-${hash}';`);
});

function expectHeaders({ headers }: Response): void {
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/);
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
}
