import { expect, test } from '#tests/support/journey.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a visitor sees what this is', async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveTitle(/Octavo/);
    });

    test('an unknown address keeps the look and says so', async ({ page }) => {
      const reply = await page.goto('/nowhere');
      expect(reply?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  });
}
