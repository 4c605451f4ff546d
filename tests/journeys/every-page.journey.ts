import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { everyPage } from '#tests/journeys/support/every-page.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { pageRoutes } from '#tests/journeys/support/route-table.ts';
import { expect, test } from '#tests/support/journey.ts';

const SHARES = 8;

test('every page of the route table is among those looked at', async ({ browser, signIns }) => {
  const seen = (await everyPage(browser, signIns)).map(({ route }) => route.path);
  expect(pageRoutes.map(({ path }) => path).filter((path) => !seen.includes(path))).toEqual([]);
});

for (let share = 0; share < SHARES; share++) {
  test(`pages are accessible and fit a phone (${share + 1} of ${SHARES})`, async ({
    browser,
    signIns,
    page,
    context,
  }) => {
    test.slow();
    const pages = (await everyPage(browser, signIns)).filter((_, i) => i % SHARES === share);
    for (const { path, as } of pages) {
      await test.step(`${path} as ${as}`, async () => {
        await context.clearCookies();
        if (as !== 'visitor') await context.addCookies(await signIns(as));
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/\S · Octavo$|^Octavo$/);
        await expectAccessible(page);
        await expectToFitAPhone(page);
      });
    }
  });
}
