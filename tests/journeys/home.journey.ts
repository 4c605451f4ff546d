import { signInLink } from '#tests/journeys/support/parts.ts';
import { expect, glance } from '#tests/support/journey.ts';

glance('a visitor sees what this is', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Octavo/);
});

glance('a printed link signs in', async ({ page }) => {
  await page.goto(signInLink('member'));
  await page.getByRole('button', { name: 'Sign in as Noor Karim' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByLabel('Noor Karim: account')).toBeVisible();
});
