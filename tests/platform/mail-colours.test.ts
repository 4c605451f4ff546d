import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colours } from '#app/platform/mail/email-styles.ts';

const tokens = readFileSync('app/styles/tokens.css', 'utf8');
const darkAt = tokens.indexOf('@media (prefers-color-scheme: dark)');
const schemes = { light: tokens.slice(0, darkAt), dark: tokens.slice(darkAt) };

/** The first value of a token in a scheme: that of pages outside a circle. */
const valueIn = (scheme: keyof typeof schemes, token: string) =>
  new RegExp(`--${token}: ([^;]+);`).exec(schemes[scheme])?.[1];

test.each(['light', 'dark'] as const)(
  'mail is printed in the %s colours of the pages',
  (scheme) => {
    for (const [name, colour] of Object.entries(colours[scheme])) {
      const token = name.replace(/([A-Z]|\d)/g, (part) => `-${part.toLowerCase()}`);
      expect([token, colour]).toEqual([token, valueIn(scheme, token)]);
    }
  },
);

test('no mail has a colour of its own', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/mail\/[^/]+\.tsx?$/.test(file) && !file.endsWith('email-styles.ts'))
    .map((file) => join('app', file));
  expect(files.length).toBeGreaterThan(15);
  const coloured = files.filter((file) => /#[0-9a-f]{3,8}\b|rgb/i.test(readFileSync(file, 'utf8')));
  expect(coloured).toEqual([]);
});
