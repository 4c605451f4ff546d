import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserInWords } from '#app/accounts/rules/browser.ts';
import { absolute, safePath } from '#app/platform/links.server.ts';

test.each([
  ['/', '/'],
  ['/account', '/account'],
  ['/circles/tuesday-leads?tab=notes#n3', '/circles/tuesday-leads?tab=notes#n3'],
  ['/a/../account', '/account'],
])('the path %s stays on this site', (to, kept) => {
  expect(safePath(to)).toBe(kept);
});

test.each([
  null,
  undefined,
  '',
  'account',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\n/evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  ' /account',
  'javascript:alert(1)',
  'data:text/html,x',
  `/${'x'.repeat(2001)}`,
])('%j is no path to go on to', (to) => {
  expect(safePath(to)).toBeNull();
});

test('whatever is asked for, a browser stays on this site', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    'evil.example',
    '\t',
    '%2f',
    '?',
    '#',
    'a',
  );
  const paths = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(paths, (to) => {
      const kept = safePath(to);
      if (kept === null) return;
      expect(new URL(kept, 'https://here.example/page').origin).toBe('https://here.example');
    }),
    { numRuns: 2000 },
  );
});

test('an absolute address is of this installation, or none', () => {
  expect(absolute('/join/abc')).toBe('http://localhost:3000/join/abc');
  expect(() => absolute('//evil.example')).toThrow();
  expect(() => absolute('join/abc')).toThrow();
});

const mozilla = 'Mozilla/5.0';
test.each([
  [
    `${mozilla} (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0`,
    'Firefox on Windows',
  ],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
    'Safari on a Mac',
  ],
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`,
    'Chrome on Linux',
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    'Edge on Windows',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    'Safari on an iPhone',
  ],
  [
    `${mozilla} (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1`,
    'Chrome on an iPad',
  ],
  [
    `${mozilla} (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet on Android',
  ],
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`,
    'Opera on Linux',
  ],
  [
    `${mozilla} (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`,
    'Chrome on ChromeOS',
  ],
  ['curl/8.5.0', 'An unknown browser'],
  ['', 'An unknown browser'],
])('%s is %s', (userAgent, words) => {
  expect(browserInWords(userAgent)).toBe(words);
});
