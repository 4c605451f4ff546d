import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { stageAwkward } from '#tests/journeys/support/awkward.ts';
import { findPages } from '#tests/journeys/support/find-pages.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, test } from '#tests/support/journey.ts';

const BESIDES = ['/', '/circles', '/shelf', '/account', '/books'];

test('a circle of people with long and odd names fits a phone, on every page', async ({
  browser,
  signIns,
  page,
  context,
}) => {
  const { circle, joinLink, longest } = await stageAwkward(browser, signIns);
  const look = async (paths: string[]) => {
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectToFitAPhone(page);
    }
  };
  await look([joinLink]);
  await context.addCookies(await signIns('host'));
  const { found, broken } = await findPages(context.request, [circle], circle);
  expect.soft(broken, 'links that lead nowhere').toEqual([]);
  await look([...BESIDES, ...[...found.values()].map(([first]) => first ?? circle)]);
  expect(found.size).toBeGreaterThan(15);
  await context.addCookies(longest);
  await look([...BESIDES, `${circle}/people`]);
  await page.goto('/');
  await page.locator('.account-menu > summary').click();
  await expectToFitAPhone(page);
  await test.step('what is written from right to left is read so', async () => {
    await page.goto(`${circle}/threads`);
    await page.locator('main .row-title a').first().click();
    const way = (block: string, text: string) =>
      page.locator(block, { hasText: text }).evaluate((found) => getComputedStyle(found).direction);
    expect(await way('.prose > p', 'שלום לכולם')).toBe('rtl');
    expect(await way('.prose ul', 'פריט')).toBe('rtl');
    expect(await way('.prose li', 'second')).toBe('ltr');
    await expectAccessible(page);
  });
});
