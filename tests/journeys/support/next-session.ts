import type { Page } from '@playwright/test';

/** The session that the demo’s circle holds next, from the list of all. */
export async function openNextSession(page: Page): Promise<void> {
  await page.goto('/circles/tuesday-leads/sessions');
  const all = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.goto(all.find((href) => /\/sessions\/\d+$/.test(href)) ?? '');
}
