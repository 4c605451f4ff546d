import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { everyPage, type ShownPage } from '#tests/journeys/support/every-page.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { pageRoutes } from '#tests/journeys/support/route-table.ts';
import { test, watch } from '#tests/support/journey.ts';

// In one worker: the pages are found once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser, signIns }) => {
  test.setTimeout(180_000);
  await everyPage(browser, signIns);
});

for (const { file, path: route } of pageRoutes) {
  test(`${route} is accessible and fits a phone`, async ({ browser, signIns }) => {
    const shown = (await everyPage(browser, signIns)).get(file);
    if (!shown) throw new Error('No link leads here, and nothing stages it.');
    const { page, complaints } = await windowOf(browser, shown);
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
function windowOf(browser: Browser, shown: ShownPage) {
  const open = windows.get(shown.as) ?? openWindow(browser, shown);
  windows.set(shown.as, open);
  return open;
}

async function openWindow(browser: Browser, { cookies }: ShownPage) {
  const context = await browser.newContext({ baseURL: process.env.JOURNEY_URL });
  await context.addCookies(cookies);
  return { page: await context.newPage(), complaints: watch(context) };
}
