import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { everyPage } from '#tests/journeys/support/every-page.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { pageRoutes } from '#tests/journeys/support/route-table.ts';
import { expect, test } from '#tests/support/journey.ts';

// In one worker: the pages are found once.
test.describe.configure({ mode: 'default' });
// A page that fails says why; pictures of every page would cost more than the looking.
test.use({ trace: 'off' });

test.beforeAll(async ({ browser, signIns }) => {
  test.setTimeout(180_000);
  await everyPage(browser, signIns);
});

// Reached only by the notice that follows the end of a reading, whose form posts without showing it.
const UNSHOWN = 'routes/circles/reading/reopening.tsx';

for (const { file, path: route } of pageRoutes.filter((page) => page.file !== UNSHOWN)) {
  test(`${route} is accessible and fits a phone`, async ({ browser, signIns, page, context }) => {
    const shown = (await everyPage(browser, signIns)).get(file);
    if (!shown) throw new Error('No link leads here, and nothing stages it.');
    await test.step(`${shown.path} as ${shown.as}`, async () => {
      await context.addCookies(shown.cookies);
      await page.goto(shown.path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/\S · Octavo$|^Octavo$/);
      await expectAccessible(page);
      await expectToFitAPhone(page);
    });
  });
}
