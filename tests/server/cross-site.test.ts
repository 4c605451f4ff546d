import { expect, test } from 'vitest';
import { isCrossSiteMutation } from '#app/server/cross-site.server.ts';

const ORIGIN = 'https://circles.example.org';
const asks = (method: string, headers: Record<string, string>) =>
  isCrossSiteMutation({ method, headers: { host: 'circles.example.org', ...headers } }, ORIGIN);

test.each([
  ['a form on our own page', { 'sec-fetch-site': 'same-origin', origin: ORIGIN }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['an older browser on our own page', { origin: ORIGIN }],
  ['an older browser behind a proxy that keeps the host', { origin: 'http://circles.example.org' }],
  ['a client that is no browser', {}],
])('%s may change something', (_, headers) => {
  expect(asks('POST', headers)).toBe(false);
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
])('%s may not', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(asks(method, headers)).toBe(true);
  for (const method of ['GET', 'HEAD']) expect(asks(method, headers)).toBe(false);
});
