import { expect, test } from 'vitest';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { quotedText } from '#app/discussions/rules/quoting.ts';
import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';

async function said(markdown: string, { html = 2000, length = 140 } = {}): Promise<string> {
  const rendered = await renderMarkdown(markdown);
  if (!rendered.ok) throw new Error(rendered.reason);
  return excerpt(rendered.html.slice(0, html), length);
}

test('a note is said in plain words, in one line', async () => {
  expect(await said('## Ask, *then* listen\n\n> “Why?”\n\n- first, `x < y && z`\n- then\n')).toBe(
    'Ask, then listen first, x < y && z then',
  );
  expect(await said('One **bold**, one [link](https://example.org/a?b=1&c=2).')).toBe(
    'One bold, one link.',
  );
  expect(await said('Not a tag: <b>, and "it’s" &amp; so on')).toBe(
    'Not a tag: <b>, and "it’s" & so on',
  );
  expect(await said('- [x] asked\n- [ ] answered')).toMatch(/asked .*answered$/);
});

test('what it quotes of others is not what it says, unless it says nothing else', async () => {
  const quote = quotedText('Noor', 'I keep it.\n\nAll of it.');
  expect(await said(`${quote}I do not.`)).toBe('I do not.');
  expect(await said(quote)).toBe('Noor wrote: I keep it. All of it.');
});

test('what is long ends between words, and keeps no half of a tag or a character', async () => {
  const long = await said('A word at a time. '.repeat(40));
  expect(long.length).toBeLessThanOrEqual(141);
  expect(long).toMatch(/ time…$|\w…$/);
  expect(await said('See [the whole thing](https://example.org/very/long)', { html: 20 })).toBe(
    'See',
  );
  expect(await said(`${'x'.repeat(69)}${'😀'.repeat(60)}`)).toBe(`${'x'.repeat(69)}…`);
});

test('what runs from right to left turns nothing around it', async () => {
  expect(await said('**שלום** לכולם')).toBe('\u2068שלום לכולם\u2069');
  const long = await said('שלום לכולם '.repeat(40));
  expect(long.startsWith('\u2068')).toBe(true);
  expect(long.endsWith('…\u2069')).toBe(true);
});
