import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/journey.ts';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';

const password = 'a lantern under the willow';
const newPassword = 'seven herons at low tide';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A new installation, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(240_000);

    let octavo: Octavo;
    test.beforeAll(async () => {
      octavo = await startOctavo();
    });
    test.afterAll(() => octavo.stop());

    test('is set up, opened, and lets people in, out and back in', async ({
      browser,
      page: ines,
      expectedComplaints,
    }) => {
      // This journey has an Octavo of its own beside the shared one.
      expectedComplaints.push(new RegExp(`^asked ${octavo.url}/`));
      const visitor = await browser.newContext({ javaScriptEnabled });
      const rui = await visitor.newPage();

      await setUp(ines, octavo.links[0]?.url ?? '', javaScriptEnabled);
      await openRegistration(ines, octavo.url);

      await signUp(rui, octavo.url, javaScriptEnabled);
      await rui.goto(await newestLink(ines, octavo.url, 'Finish your account at'));
      await rui.getByLabel('Password').fill(password);
      await rui.getByRole('button', { name: 'Finish my account' }).click();
      await rui.waitForURL(`${octavo.url}/`);

      await rui.goto(`${octavo.url}/account`);
      await rui.getByLabel('What you do').fill('Leads the rail team');
      await rui.getByRole('button', { name: 'Save' }).click();
      await expect(rui.getByText('Saved.')).toBeVisible();
      await expect(rui.getByLabel('What you do')).toHaveValue('Leads the rail team');
      await rui.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
      await rui.waitForURL(/\/sign-in$/);

      await forget(rui, octavo.url);
      await rui.goto(await newestLink(ines, octavo.url, 'Choose a new password'));
      await rui.getByLabel('New password').fill(newPassword);
      await rui.getByRole('button', { name: 'Use this password' }).click();
      await rui.waitForURL(`${octavo.url}/`);

      await deactivate(ines, octavo.url);
      await rui.goto(`${octavo.url}/account`);
      await expect(rui).toHaveURL(/\/sign-in\?to=%2Faccount$/);
      await signIn(rui, newPassword);
      await expect(rui.getByRole('alert')).toContainText('This account is closed');

      await ines.getByRole('button', { name: 'Undo' }).click();
      await expect(ines.getByText('That account is active again.')).toBeVisible();
      await signIn(rui, password);
      await expect(rui.getByRole('alert')).toContainText('We don’t know that address');
      await expect(rui.getByLabel('Email')).toHaveValue('rui@example.org');
      await signIn(rui, newPassword);
      await rui.waitForURL(/\/account$/);
      await visitor.close();
    });
  });
}

async function setUp(page: Page, link: string, scripts: boolean) {
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ines Ferrer');
  await page.getByLabel('Email').fill('ines@example.org');
  await page.getByLabel('Password').fill('password1');
  const zone = page.getByLabel('Your time zone');
  // Guessed where scripts run; a choice to be made where they do not.
  if (scripts) await expect(zone).toHaveValue('Europe/Berlin');
  else await zone.selectOption('Europe/Madrid');
  await page.getByRole('button', { name: 'Set up this site' }).click();
  await expect(page.getByText('Many people use that password')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ines Ferrer');
  await expect(zone).toHaveValue(scripts ? 'Europe/Berlin' : 'Europe/Madrid');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Set up this site' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
}

async function openRegistration(page: Page, site: string) {
  await page.goto(`${site}/site`);
  await page.getByLabel('Anyone').check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('Anyone')).toBeChecked();
}

async function signUp(page: Page, site: string, scripts: boolean) {
  await page.goto(`${site}/sign-in`);
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Your name').fill('Rui');
  await page.getByLabel('Email').fill('rui@example.org');
  await page.getByLabel('Password').fill(password);
  if (!scripts) await page.getByLabel('Your time zone').selectOption('Europe/Lisbon');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByText('We have written to the address you gave.')).toBeVisible();
}

async function forget(page: Page, site: string) {
  await page.goto(`${site}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has a field of this name, too.
  await expect(page).toHaveURL(/\/forgot-password$/);
  await expect(page.getByRole('button', { name: 'Send me the link' })).toBeVisible();
  await page.getByLabel('Email').fill('rui@example.org');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('we have written to it')).toBeVisible();
}

async function signIn(page: Page, typed: string) {
  await page.getByLabel('Email').fill('rui@example.org');
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function deactivate(page: Page, site: string) {
  await page.goto(`${site}/site/people?search=RUI`);
  await page.getByRole('link', { name: 'Rui', exact: true }).click();
  await page.getByRole('link', { name: 'Deactivate' }).click();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('That account is deactivated')).toBeVisible();
}

/** The link of the newest message of that subject, as the administrator finds it in the outbox. */
async function newestLink(page: Page, site: string, subject: string): Promise<string> {
  const message = page.getByRole('link', { name: subject }).first();
  // Mail is written by a job: a moment later.
  await expect(async () => {
    await page.goto(`${site}/site/outbox`);
    await expect(message).toBeVisible({ timeout: 1000 });
  }).toPass();
  await message.click();
  const link = page.getByRole('main').locator('section').getByRole('link').first();
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  await page.getByText('As mail programs show it', { exact: true }).click();
  const button = page.frameLocator('iframe').locator(`a[href="${href}"]`).first();
  await expect(button).toHaveCSS('text-decoration-line', 'none');
  return href;
}
