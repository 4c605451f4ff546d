import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { httpApp } from '#app/server/http.server.ts';
import { startListening } from '#tests/support/raw-request.ts';
import { serverBuild } from '#tests/support/server-build.ts';

// Before anything reads it.
vi.hoisted(() => {
  process.env.APP_URL = 'https://circles.example.org';
});

const REFUSED = { code: 'ECONNREFUSED', syscall: 'connect' };
let site: Awaited<ReturnType<typeof startListening>>;
beforeAll(async () => {
  site = await startListening(httpApp(serverBuild));
});
afterAll(() => site.stop());

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${site.port}${path}`, { redirect: 'manual', ...init });
const form = (body: string, headers = {}) => ({
  method: 'POST',
  body,
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: 'https://circles.example.org',
    ...headers,
  },
});

test.each([
  ['/healthz', 200],
  ['/readyz', 200],
  ['/health/live', 200],
  ['/health/ready', 200],
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
  for (const [what, status] of [
    [REFUSED, 503],
    [{ code: 'EBROKEN' }, 500],
  ] as const) {
    const broken = await startListening(
      httpApp(() => Promise.reject(Object.assign(new Error(), what))),
    );
    const answer = await fetch(`http://127.0.0.1:${broken.port}/`);
    broken.stop();
    expect(answer.status).toBe(status);
    expectHeaders(answer);
  }
});

test('no style attribute is taken, and of the page of a missing database only its own style', async () => {
  const policy = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy(await ask('/sign-in'))).toContain("style-src 'self';style-src-attr 'none';");
  const away = await startListening(
    httpApp(() => Promise.reject(Object.assign(new Error(), REFUSED))),
  );
  const answer = await fetch(`http://127.0.0.1:${away.port}/`);
  const [, css = ''] = (await answer.text()).match(/<style>([\s\S]*)<\/style>/) ?? [];
  away.stop();
  const hash = createHash('sha256').update(css).digest('base64');
  expect(policy(answer)).toContain(`;style-src 'sha256-${hash}';`);
});

function expectHeaders({ headers }: Response): void {
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/);
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
}
