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

test('a browser that lacks a member’s zone shows every page, and the clocks of a zone like it', async ({
  page,
  signInAs,
  expectedComplaints,
}) => {
  // Where no zone has the same clocks, the page is drawn anew by the browser.
  expectedComplaints.push(/Hydration|hydrat|Minified React error #4(18|23|25)/);
  await page.addInitScript(lacking, ['Europe/Madrid', 'Asia/Kolkata', 'America/Toronto']);
  await signInAs('host');
  await page.goto('/');
  await page.getByRole('link', { name: 'Tuesday leads' }).first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  for (const place of ['People', 'Sessions', 'Discussion', 'Reading']) {
    await page.getByRole('link', { name: place, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Something broke')).toHaveCount(0);
    await expect(page.getByText('Application Error')).toHaveCount(0);
  }
});
