import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const minified = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const script = readFileSync(minified, 'utf8');

const OPTIONS = {
  // Targets of 24 px are WCAG 2.2; axe leaves the rule off unless asked.
  light: { rules: { 'target-size': { enabled: true } } },
  // The same document: only its colours can have become wrong.
  dark: { runOnly: ['color-contrast', 'link-in-text-block'] },
} satisfies Record<string, axe.RunOptions>;

/** Fails unless axe finds nothing on the page as it is now, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await load(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(violationsOn, OPTIONS[colorScheme]);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
        return `${id}: ${html.slice(0, 200)} ${why}`;
      }),
    );
    expect.soft(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/**
 * Not by a script element, which the page's own policy would refuse; and not by the page's own
 * `evaluate`, which takes half as long again over something so large.
 */
async function load(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `${script};undefined` });
  await session.detach();
}

/** Runs in the page, which has axe by now. */
async function violationsOn(options: axe.RunOptions): Promise<axe.Result[]> {
  const { axe: ours } = window as unknown as { axe: typeof axe };
  return (await ours.run(document, { ...options, resultTypes: ['violations'] })).violations;
}
