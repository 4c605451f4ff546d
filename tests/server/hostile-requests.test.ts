import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInCookie } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { startSite } from '#tests/support/served.ts';
import { serverBuild } from '#tests/support/server-build.ts';

/** What only the HTTP server sees: bytes that no browser sends, answered without a fault of ours. */
let site: Awaited<ReturnType<typeof startSite>>;
let cookie = '';
let circle = '';
beforeAll(async () => {
  site = await startSite();
  const { host, slug } = await circleOf();
  cookie = await signInCookie(host.viewer);
  circle = `/circles/${slug}`;
});
afterAll(() => site.stop());

const ask = (start: string, headers: string[] = [], body = '') =>
  site.raw(
    [
      `${start} HTTP/1.1`,
      ...(headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: ${site.host}`]),
      'Connection: close',
      ...(body ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
      ...headers,
      '',
      body,
    ].join('\r\n'),
  );
const FORM = 'Content-Type: application/x-www-form-urlencoded';

describe('a target', () => {
  test.each([
    ['names another host', 'http://elsewhere.example/sign-in', 200],
    ['names another host and a page of it', 'https://elsewhere.example:9/circles/nowhere', 302],
    ['begins with slashes', '//elsewhere.example/sign-in', 404],
    ['begins with a backslash', '/\\elsewhere.example', 404],
    ['has another scheme', 'ftp://elsewhere.example/sign-in', 404],
    ['is cut short', '/%E0%A4%A', 404],
    ['is cut shorter', '/%', 404],
    ['is cut short in a parameter', '/join/%C3', 404],
    ['is cut short in data', '/%E0%A4%A.data', 404],
    ['is cut short among files', '/assets/%E0%A4%A', 404],
    ['holds NUL among files', '/assets/%00', 404],
    ['climbs', '/../../etc/passwd', 404],
    ['climbs in escapes', '/assets/..%2f..%2fpackage.json', 404],
  ])('that %s', async (_, target, status) => {
    expect((await ask(`GET ${target}`)).status).toBe(status);
  });

  test('that begins with slashes leads nobody elsewhere', async () => {
    for (const target of ['//elsewhere.example/account', '/\\elsewhere.example/account']) {
      const { headers } = await ask(`GET ${target}`);
      expect(headers).not.toMatch(/location: (?:https?:)?\/\//i);
    }
  });
});

test.each([
  ['OPTIONS *', 405],
  ['OPTIONS /sign-in', 405],
  ['TRACE /', 405],
  ['PUT /sign-in', 405],
  ['PATCH /account', 405],
  ['DELETE /account', 405],
  ['DELETE /sign-in.data', 405],
  ['PROPFIND /', 501],
  ['PURGE /sign-in', 501],
  ['BREW /', 400],
])('%s is answered with %i', async (start, status) => {
  const answer = await ask(start, [`Origin: ${site.origin}`]);
  expect(answer.status).toBe(status);
  if (status === 405) expect(answer.headers).toContain('Allow: GET, HEAD, POST');
});

describe('a parameter or a query', () => {
  test.each([
    ['/circles/%00', 404],
    ['/circles/%00.data', 404],
    ['/circles/a%00b/threads', 404],
    [`/circles/${'a'.repeat(5_000)}`, 404],
    ['/circles/%F0%9F%98%80/threads/1', 404],
    ['/join/%00', 404],
    ['/reset-password/%00', 404],
    ['/cards/%00', 404],
    ['/cards/openers/%00', 404],
    ['/cards/..%2f..%2fpackage.json', 404],
    ['/site/outbox/%00', 404],
    ['/shelf?search=%00', 200],
    ['/shelf?state=%00&after=%00', 200],
    ['/books?search=%ED%A0%80%00&after=%00&for=%00', 200],
    ['/cards?q=%00&deck=%00', 200],
    ['/circles?before=%00', 200],
    ['/sign-in?to=%00', 302],
    [`/shelf?search=${'%F0%9F%98%80'.repeat(1_000)}`, 200],
    [`/shelf?${'search=a&'.repeat(1_500)}`, 200],
    [`/shelf?${'a[]='.repeat(3_000)}`, 200],
    [`/shelf.data?_routes=${'routes/shelves/shelf,'.repeat(400)}`, 200],
    ['/shelf.data?_routes=%00', 200],
    ['/shelf?_data=%00', 404],
    ['/shelf?index=%00', 200],
  ])('in %s', async (target, status) => {
    const began = process.cpuUsage();
    const answer = await ask(`GET ${target}`, [`Cookie: ${cookie}`]);
    const { user } = process.cpuUsage(began);
    expect(answer.status).toBe(status);
    expect(user / 1000).toBeLessThan(1_000);
  });

  test('is cleaned where it enters: what is looked for is the rest', async () => {
    const { body } = await ask('GET /shelf?search=a%00b%01c', [`Cookie: ${cookie}`]);
    expect(body).toContain('value="abc"');
  });

  test('of a form is clean, too', async () => {
    const headers = [`Cookie: ${cookie}`, `Origin: ${site.origin}`, FORM];
    for (const target of [`${circle}/threads/%00`, '/circles/%00/threads/new', '/join/%00']) {
      expect((await ask(`POST ${target}`, headers, 'a=b')).status, target).toBeLessThan(500);
    }
  });
});

test.each([
  ['octavo_sign_in=%00'],
  ['octavo_sign_in=%E0%A4%A'],
  [`octavo_sign_in=${'a'.repeat(9_000)}`],
  ['octavo_notice=%E0%A4%A; octavo_known=%00'],
  ['octavo_notice=__proto__%3Ax'],
  ['octavo_notice=saved%3A%00'],
  ['=;=;;;=\u00ff'],
])('the cookie %s changes nothing', async (odd) => {
  expect((await ask('GET /sign-in', [`Cookie: ${odd}`])).status).toBe(200);
});

describe('who sends a form is decided once', () => {
  const send = (path: string, ...headers: string[]) =>
    ask(`POST ${path}`, [FORM, ...headers], 'a=b');

  test.each(['/forgot-password', '/forgot-password.data'])('at %s', async (path) => {
    const own = `Origin: ${site.origin}`;
    const foreign = 'Origin: https://elsewhere.example';
    const none = 'Sec-Fetch-Site: none';
    const same = 'Sec-Fetch-Site: same-origin';
    for (const headers of [
      [own],
      [own, none],
      [own, same],
      [none],
      [same],
      // What a proxy in front may have made of the host is no reason to refuse our own form.
      [same, 'Origin: https://circles.example', 'Host: backend:3000'],
      [own, 'X-Forwarded-Host: elsewhere.example'],
      ['Origin: http://localhost:3000', 'Host: backend'],
    ]) {
      expect((await send(path, ...headers)).status, headers.join()).toBe(422);
    }
    for (const headers of [
      [foreign],
      [foreign, none],
      ['Origin: null', none],
      ['Origin: nonsense'],
      [same, same],
      [own, own],
      [foreign, 'X-Forwarded-Host: elsewhere.example'],
    ]) {
      const answer = await send(path, ...headers);
      expect(answer.status, headers.join()).toBe(403);
      expect(answer.body).toContain('sent from another site');
    }
    const unsaid = await send(path);
    expect(unsaid.status).toBe(403);
    expect(unsaid.body).toContain('"Origin: http://localhost:3000"');
  });
});

describe('the manifest of routes', () => {
  const manifest = (query: string) =>
    ask(`GET /__manifest?${query}&version=${serverBuild.assets.version}`);

  test.each([
    ['thousands of paths', 'p=%2Fa&'.repeat(950)],
    ['a path of thousands of parts', `p=${'/a'.repeat(3_700)}`],
    [
      'hundreds of real paths',
      Array.from({ length: 170 }, (_, at) => `p=/circles/${at}/threads/1/notes/2/edit`).join('&'),
    ],
    ['paths that cannot be read', 'p=%E0%A4%A&p=%00&p=%25&p='],
  ])('is told of %s, and costs little', async (_, query) => {
    const before = process.cpuUsage();
    const answer = await manifest(query);
    const { user } = process.cpuUsage(before);
    expect([200, 400]).toContain(answer.status);
    expect(user / 1000).toBeLessThan(400);
  });
});
