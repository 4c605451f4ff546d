import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const OPTIONS = {
  // Targets of 24 px are WCAG 2.2; axe leaves the rule off unless asked.
  light: { rules: { 'target-size': { enabled: true } } },
  // The same document: only its colours can have become wrong.
  dark: { runOnly: ['color-contrast', 'link-in-text-block'] },
};

/** Fails unless axe finds nothing on the page as it is now, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).options(OPTIONS[colorScheme]).analyze();
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
