import { expect, test } from 'vitest';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { quotedText } from '#app/discussions/rules/quoting.ts';

test.each([
  ['**What** I _keep_:\n\n- the dull work\n- `on-call`', 'What I keep: the dull work on-call'],
  ['## A heading\n\n1. one\n2) two\n\n---\nthe end', 'A heading one two the end'],
  [
    'See [our wiki](https://example.org/a_b) and <https://x.org>.',
    'See our wiki and https://x.org.',
  ],
  [
    '![a chart](https://x.org/p.png) of snake_case_names and 2 * 3 * 4',
    'a chart of snake_case_names and 2 * 3 * 4',
  ],
  ['```js\nconst a = 1;\n```', 'const a = 1;'],
  ['a \\*star\\* stays', 'a *star* stays'],
  [`${quotedText('Noor', 'I keep\nit.')}I do not.`, 'I do not.'],
  ['> only a quote', ''],
])('%j as plain words', (markdown, words) => expect(excerpt(markdown, 200)).toBe(words));

test('a long one ends at a word, and one without spaces somewhere', () => {
  expect(excerpt('One two, three four', 12)).toBe('One two …');
  expect(excerpt('x'.repeat(50), 12)).toBe(`${'x'.repeat(11)} …`);
});

test('signs without end take no time', () => {
  for (const sign of ['*', '[', '`', '> ', '_a', '![](', '\\', '~~', '- ']) {
    expect(excerpt(sign.repeat(5000), 280).length).toBeLessThan(290);
  }
});
