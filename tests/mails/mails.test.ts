import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import '#tests/support/set-up.ts';
import { examples, letterOf, shownIn } from './letters.ts';
import { mailsPage } from './page.ts';

test('every mail of every room has an example', () => {
  const mails = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/mail\/[^/]+\.tsx$/.test(file) && !file.startsWith('platform/'))
    .filter((file) => /^export function Body/m.test(readFileSync(`app/${file}`, 'utf8')))
    .map((file) => file.replace(/\.tsx$/, '').replace('/mail/', '/'));
  expect([...new Set(examples.map(({ mail }) => mail))].sort()).toEqual(mails.sort());
});

test.each(examples.map((example) => [`${example.mail}: ${example.name}`, example] as const))(
  '%s says it whole, in markup and in text',
  async (_, example) => {
    const { subject, html, text } = await letterOf(example);
    for (const said of [subject, text]) {
      expect(said).not.toMatch(/undefined|null|NaN|\[object|&\w+;|<\/?[a-z]+\b[^>:]*>/);
      expect(said.trim()).not.toBe('');
    }
    for (const [, href] of html.matchAll(/href="([^"]+)"/g)) {
      expect(href).toMatch(/^http:\/\/localhost:3000\//);
    }
    expect(shownIn(html, 'dark')).not.toContain('prefers-color-scheme');
  },
);

test('they are shown on a page of the development server, which a site does not have', async () => {
  const page = await mailsPage('/');
  for (const { name } of examples) expect(page).toContain(name);
  expect(await mailsPage('/0/dark')).toContain('@media all');
  expect(await mailsPage('/999/dark')).toBe(null);
  expect(await mailsPage('/nothing')).toBe(null);
  expect((await ask('/mails')).status).toBe(404);
});
