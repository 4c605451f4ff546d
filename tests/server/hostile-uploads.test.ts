import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { startSite } from '#tests/support/served.ts';

let site: Awaited<ReturnType<typeof startSite>>;
let cookie = '';
beforeAll(async () => {
  site = await startSite();
  cookie = await signInCookie(await person('Noor'));
});
afterAll(() => site.stop());

const B = 'XXboundaryXX';
const part = (disposition: string, value: string, more = '') =>
  `--${B}\r\nContent-Disposition: form-data; ${disposition}${more}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`name="${name}"`, value);
const file = (text: string) =>
  part('name="file"; filename="library.csv"', text, '\r\nContent-Type: text/csv');
const key = () => field('submissionKey', randomUUID());
const END = `--${B}--\r\n`;
const megabytes = (count: number, text = 'x') => text.repeat((count * 1024 * 1024) / text.length);

const send = (body: string, type = `multipart/form-data; boundary=${B}`) =>
  fetch(`${site.origin}/shelf/imports/new`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: site.origin, Cookie: cookie, 'Content-Type': type },
  });

test.each<[string, () => string]>([
  ['a field name of 5 MB', () => field(megabytes(5), 'x') + END],
  ['a header of 5 MB', () => part('name="a"', 'x', `\r\nX-Much: ${megabytes(5)}`) + END],
  ['a million headers', () => part('name="a"', 'x', megabytes(5, '\r\nX:1')) + END],
  ['65,000 small fields', () => field('a', '').repeat(65_000) + END],
  ['65,000 other files', () => part('name="a"; filename="a"', '').repeat(65_000) + file('x') + END],
  ['a field of 5 MB', () => field('submissionKey', megabytes(5)) + END],
  ['what its boundary never opens', () => megabytes(5)],
  ['nothing but line ends', () => megabytes(5, '\r\n')],
  ['nothing but boundaries', () => megabytes(1, `--${B}\r\n`)],
  ['nothing but beginnings of boundaries', () => megabytes(5, `\r\n--${B.slice(0, -1)}`)],
  ['a part without a name', () => part('filename="a"', 'x') + END],
  ['a part without headers', () => `--${B}\r\n\r\nx\r\n${END}`],
  ['a field that says twice what it is', () => key() + key() + file('x') + END],
  ['an order to Conform', () => field('__intent__', '{}') + key() + file('x') + END],
  ['no end', () => key()],
  ['an end in the middle of a header', () => `--${B}\r\nContent-Dispo`],
])('an upload with %s is refused in words, and others are answered', async (_, body) => {
  const sent = body();
  const began = performance.now();
  const before = process.cpuUsage();
  const [answer, other] = await Promise.all([send(sent), fetch(`${site.origin}/sign-in`)]);
  const { user } = process.cpuUsage(before);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('That could not be read');
  expect(other.status).toBe(200);
  // What the test itself sends is in it.
  expect(user / 1000).toBeLessThan(1_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test.each<[string, () => string, string]>([
  [
    'no file chosen',
    () => key() + part('name="file"; filename=""', '') + END,
    'Choose the CSV file',
  ],
  ['no file at all', () => key() + END, 'Choose the CSV file'],
  ['no key', () => file('x') + END, 'This form is out of date'],
  ['NUL in its key', () => field('submissionKey', '\0') + file('x') + END, 'invisible character'],
  ['stray fields', () => key() + field('__proto__', 'x') + field('b', '') + file('x') + END, 'CSV'],
])('an upload with %s is shown again', async (_, body, words) => {
  const answer = await send(body());
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(words);
});

test.each([
  'application/x-www-form-urlencoded',
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'a'.repeat(71)}`,
  `multipart/mixed; boundary=${B}`,
])('an upload as %s is told how a file is sent', async (type) => {
  expect((await send(key() + file('x') + END, type)).status).toBe(415);
});
