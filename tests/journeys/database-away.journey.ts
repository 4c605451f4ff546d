import { rm } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { freeze } from '#tests/support/frozen.ts';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

// An Octavo of their own: its database is made to stand still.
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const TYPED = 'A thought that took me half an hour.';

let dataDir: string;
let octavo: Octavo;
let thaw = () => {};

test.beforeAll(async () => {
  dataDir = fleetingFolder();
  octavo = await startOctavo({ dataDir, demo: true });
});
test.afterEach(() => thaw());
test.afterAll(async () => {
  await octavo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The form of a new thread, filled in, of somebody who has just signed in. */
async function filledForm(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled, baseURL: octavo.url });
  await page.goto(octavo.links[0]?.url ?? '');
  await page.getByRole('button').click();
  await page.waitForURL('/');
  await page.goto('/circles/tuesday-leads/threads/new');
  await page.getByLabel('What is it about?').fill('Kept?');
  await page.getByLabel('Your note').fill(TYPED);
  return page;
}

const send = (page: Page) =>
  page.locator('main form').getByRole('button', { name: 'Start the thread' }).click();

test('with scripts the page stays, with what was typed and what to do', async ({ browser }) => {
  const page = await filledForm(browser, true);
  thaw = await freeze(dataDir);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('send it again');
  await expect(page.getByText(TYPED)).toBeVisible();
  thaw();
  await expect(async () => {
    await send(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Kept?' })).toBeVisible();
  }).toPass();
  await expect(page.locator('main')).toContainText(TYPED);
  await page.close();
});

test('without scripts the page of a missing database sends it once more', async ({ browser }) => {
  const page = await filledForm(browser, false);
  thaw = await freeze(dataDir);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('away');
  thaw();
  await expect(async () => {
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kept?' })).toBeVisible();
  }).toPass();
  await expect(page.locator('main')).toContainText(TYPED);
  await page.close();
});
