import { expect, test } from 'vitest';
import { crossSiteRefusal } from '#app/server/cross-site.server.ts';

const ORIGIN = 'https://circles.example.org';
const refusalOf = (method: string, headers: Record<string, string>) =>
  crossSiteRefusal({ method, headers: { host: 'circles.example.org', ...headers } }, ORIGIN);

test.each([
  ['a form on our own page', { 'sec-fetch-site': 'same-origin', origin: ORIGIN }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['our own page, loaded anew by hand', { 'sec-fetch-site': 'none', origin: ORIGIN }],
  ['an older browser on our own page', { origin: ORIGIN }],
  ['an older browser behind a proxy that keeps the host', { origin: 'http://circles.example.org' }],
])('%s may change something', (_, headers) => {
  expect(refusalOf('POST', headers)).toBeNull();
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  [
    'a sibling under the same domain',
    { 'sec-fetch-site': 'same-site', origin: 'https://x.example.org' },
  ],
  ['a cross-site form that claims our origin', { 'sec-fetch-site': 'cross-site', origin: ORIGIN }],
  ['an older browser on another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['an unreadable origin', { origin: 'nonsense' }],
  ['an unknown kind of site', { 'sec-fetch-site': 'martian' }],
  ['a kind of site that is said twice', { 'sec-fetch-site': 'same-origin, none', origin: ORIGIN }],
  [
    'another site by an address typed by hand',
    { 'sec-fetch-site': 'none', origin: 'https://evil.example' },
  ],
  ['a sandboxed frame by an address typed by hand', { 'sec-fetch-site': 'none', origin: 'null' }],
])('%s may not', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(refusalOf(method, headers)).toMatch(/sent from another site/);
  }
  for (const method of ['GET', 'HEAD']) expect(refusalOf(method, headers)).toBeNull();
});

test('who does not say where it comes from is told what to say', () => {
  expect(refusalOf('POST', {})).toContain(`"Origin: ${ORIGIN}"`);
  expect(refusalOf('GET', {})).toBeNull();
});

test.each([
  [
    'an APP_URL that is not where people open it',
    { host: '127.0.0.1:3000', origin: 'https://books.example.org' },
    [
      'it came from https://books.example.org (the header Origin)',
      `APP_URL is ${ORIGIN}`,
      'sets APP_URL=https://books.example.org',
    ],
  ],
  [
    'what the browser calls it',
    { 'sec-fetch-site': 'same-site', origin: 'https://x.example.org' },
    ['the browser calls it same-site (its header Sec-Fetch-Site)', `${ORIGIN} (its APP_URL)`],
  ],
  [
    'a header of the proxy that makes browsers say nothing',
    { origin: 'null' },
    ['Origin names none', `APP_URL is ${ORIGIN}`, 'Referrer-Policy: no-referrer'],
  ],
])('a refusal names %s', (_, headers, words) => {
  for (const word of words) expect(refusalOf('POST', headers)).toContain(word);
});

test('a refusal repeats nothing that is no address', () => {
  for (const odd of ['javascript:alert(1)', 'nonsense', 'data:text/html,x']) {
    expect(refusalOf('POST', { origin: odd })).not.toContain(odd);
    expect(refusalOf('POST', { origin: ORIGIN, 'sec-fetch-site': odd })).not.toContain(odd);
  }
});
