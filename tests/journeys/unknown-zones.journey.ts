import type { Page } from '@playwright/test';
import { untilInteractive } from '#tests/journeys/support/documents.ts';
import { expect, test } from '#tests/support/journey.ts';

/** Makes a browser refuse some time zones, as one does that is older than their names. */
function lacking(zones: string[]) {
  const { DateTimeFormat } = Intl;
  const Lacking = function (this: unknown, locale?: string, options?: Intl.DateTimeFormatOptions) {
    if (options?.timeZone && zones.includes(options.timeZone)) throw new RangeError('time zone');
    return new DateTimeFormat(locale, options);
  };
  Lacking.prototype = DateTimeFormat.prototype;
  Lacking.supportedLocalesOf = DateTimeFormat.supportedLocalesOf;
  Intl.DateTimeFormat = Lacking as unknown as typeof Intl.DateTimeFormat;
}

const said = (page: Page) => page.locator('main').textContent();

/** Asks for both once more when they differ: a minute may have passed between them. */
async function expectToSayTheSame(page: Page, plain: Page, what: string): Promise<void> {
  await expect(async () => {
    await page.reload({ waitUntil: 'networkidle' });
    await plain.goto(page.url());
    expect(await said(page), what).toBe(await said(plain));
  }).toPass({ timeout: 30_000 });
}

test('a browser that lacks a member’s zone shows every page, and says what the server said', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const scriptless = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await signInAs('host', scriptless);
  const plain = await scriptless.newPage();
  await page.addInitScript(lacking, ['Europe/Madrid', 'Asia/Kolkata', 'America/Toronto']);
  await signInAs('host');
  await page.goto('/');
  await page.getByRole('link', { name: 'Tuesday leads' }).first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  for (const place of ['People', 'Sessions', 'Discussion', 'Reading']) {
    await page.getByRole('link', { name: place, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectToSayTheSame(page, plain, place);
    await expect(page.getByText('Application Error')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
  const session = page.locator('main a[href*="/sessions/"]:not([href$="/new"])').first();
  await page.goto((await session.getAttribute('href')) ?? '');
  await expectToSayTheSame(page, plain, 'a session');
  await scriptless.close();
});

test('a browser that has another zone’s clocks by an older name comes alive', async ({
  page,
  signInAs,
}) => {
  await page.addInitScript(lacking, ['Asia/Kolkata']);
  await signInAs('host');
  await page.goto('/circles/tuesday-leads/people');
  await untilInteractive(page);
});
