import { expect, type Page } from '@playwright/test';

/** Fails when `go` loads a new document instead of moving within the one that is open. */
export async function withinTheDocument(page: Page, go: () => Promise<void>): Promise<void> {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await go();
  const same = await page.evaluate(() => 'sameDocument' in window);
  expect(same, 'moved within the document').toBe(true);
}

/** Waits until the page answers to scripts: before that a click is an ordinary one. */
export async function untilInteractive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')),
  );
}
