import type { Page } from '@playwright/test';
import { expect, glance } from '#tests/support/journey.ts';

async function expectNotFound(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Octavo' })).toBeVisible();
}

glance('an unknown address keeps the look and says so', async ({ page }) => {
  await expectNotFound(page, '/nowhere');
  await expect(page).toHaveTitle(/Octavo/);
});

glance('a stranger does not learn that a private circle exists', async ({ page, signInAs }) => {
  await signInAs('admin');
  await expectNotFound(page, '/circles/tuesday-leads');
  const words = await page.locator('main').textContent();
  await expectNotFound(page, '/circles/there-is-no-such-circle');
  expect(await page.locator('main').textContent()).toBe(words);
});
