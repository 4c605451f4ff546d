import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { foundPages, type ShownPage } from '#tests/journeys/support/every-page.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { pageRoutes } from '#tests/journeys/support/route-table.ts';
import type { Cookies } from '#tests/journeys/support/stage.ts';
import { test, watch } from '#tests/support/journey.ts';

test('every link leads somewhere', ({ signIns }) => {
  expect(foundPages(signIns).broken).toEqual([]);
});

for (const { file, path: route } of pageRoutes) {
  test(`${route} is accessible and fits a phone`, async ({ browser, signIns }) => {
    const { pageOf, cookiesFor } = foundPages(signIns);
    const shown = pageOf(file);
    if (!shown) throw new Error('No link leads here, and nothing stages it.');
    const { page, complaints } = await windowOf(browser, shown.as, () => cookiesFor(shown.as));
    await test.step(`${shown.path} as ${shown.as}`, async () => {
      await page.goto(shown.path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/\S · Octavo$|^Octavo$/);
      await expectAccessible(page);
      await expectToFitAPhone(page);
      expect(complaints.splice(0), 'what the page complained about').toEqual([]);
    });
  });
}

const windows = new Map<string, Promise<{ page: Page; complaints: string[] }>>();

/** One window for each pair of eyes: a new browser for every page costs more than the looking. */
function windowOf(browser: Browser, as: ShownPage['as'], cookies: () => Promise<Cookies>) {
  const open = windows.get(as) ?? openWindow(browser, cookies);
  windows.set(as, open);
  return open;
}

async function openWindow(browser: Browser, cookies: () => Promise<Cookies>) {
  const context = await browser.newContext({ baseURL: process.env.JOURNEY_URL });
  await context.addCookies(await cookies());
  return { page: await context.newPage(), complaints: watch(context) };
}
