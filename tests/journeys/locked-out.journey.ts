import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { command, PATIENT, startOctavo } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

test('an administrator who is locked out is let in by a printed link, once', async ({
  browser,
}) => {
  const dataDir = fleetingFolder();
  const octavo = await startOctavo({ demo: true, dataDir, env: PATIENT });
  const settings = { ...PATIENT, DATA_DIR: dataDir, APP_URL: octavo.url };
  const ask = (address: string) => command(['--sign-in-link', address], settings);

  const unknown = await ask('nobody@example.org');
  expect(unknown.status).toBe(1);
  expect(unknown.said).toBe(
    'Nobody has the address nobody@example.org. Administrators: judit@marea.example.',
  );

  const printed = await ask('Judit@marea.example');
  expect(printed.status).toBe(0);
  const link = printed.said.split('\n').at(-1) ?? '';
  expect(link).toContain(`${octavo.url}/reset-password/`);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(link);
  await page.getByLabel('New password').fill('a lantern by the harbour');
  await page.locator('main .btn-primary').click();
  await page.goto(`${octavo.url}/site/state`);
  await expect(page.getByRole('heading', { name: 'How it runs' })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    /no longer|any more|doesn’t/i,
  );
  await page.close();
  expect(await octavo.stop()).toBe(0);

  // The site need not run for it; an empty database says what makes the first account.
  expect((await ask('judit@marea.example')).status).toBe(0);
  const empty = fleetingFolder();
  const nobody = await command(['--sign-in-link', 'ada@example.org'], {
    ...PATIENT,
    DATA_DIR: empty,
  });
  expect(nobody.said.split('\n').at(-1)).toContain('npm start makes the first');
  await Promise.all([dataDir, empty].map((path) => rm(path, { recursive: true, force: true })));
});
