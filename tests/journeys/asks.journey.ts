import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/journey.ts';

const line = (page: Page) => page.getByLabel('In one line');
const told = (page: Page) => page.getByLabel('Tell it');

/** A draft of the member's. */
async function draft(page: Page, title: string): Promise<void> {
  await page.goto('/asks/new');
  await line(page).fill(title);
  await page.getByRole('button', { name: 'Keep it and read it over' }).click();
  await page.waitForURL(/\/asks\/\d+\/edit$/);
  await expect(line(page)).toHaveValue(title);
}

const keptAMomentAgo = (page: Page) => page.getByText('Kept a moment ago.');

test('a draft is kept as it is typed, and its checks follow', async ({ page, signInAs }) => {
  await signInAs('member');
  await draft(page, `By itself ${randomUUID().slice(0, 8)}`);
  await expect(page.getByText('“thirty minutes”')).toHaveCount(0);
  await told(page).fill('It takes thirty minutes, because I promised it.');
  await expect(keptAMomentAgo(page)).toBeVisible();
  await expect(page.getByText('“thirty minutes”')).toBeVisible();
  await expect(page.locator('.ask-read .prose')).toContainText('thirty minutes');
  await page.reload();
  await expect(told(page)).toHaveValue('It takes thirty minutes, because I promised it.');
});

test('two tabs: the older one is told, and nothing is lost', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('member');
  await draft(page, `Two tabs ${randomUUID().slice(0, 8)}`);
  const other = await context.newPage();
  await other.goto(page.url());
  await told(other).fill('From the newer tab.');
  await expect(keptAMomentAgo(other)).toBeVisible();
  await told(page).fill('From the older tab.');
  await expect(page.getByText('This was changed in another tab or elsewhere.')).toBeVisible();
  await expect(told(page)).toHaveValue('From the older tab.');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What is saved now' })).toBeVisible();
  await expect(page.getByText('From the newer tab.').first()).toBeVisible();
  await expect(told(page)).toHaveValue('From the older tab.');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(page.getByText('Kept. Nobody else has read it.')).toBeVisible();
  await page.reload();
  await expect(told(page)).toHaveValue('From the older tab.');
});

test('without a connection what was typed is kept', async ({ page, context, signInAs }) => {
  await signInAs('member');
  await draft(page, `Offline ${randomUUID().slice(0, 8)}`);
  await context.setOffline(true);
  await told(page).fill('Typed in a tunnel.');
  await expect(page.getByText('The connection is lost.')).toBeVisible();
  const address = page.url();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(told(again)).toHaveValue('Typed in a tunnel.');
  const onTheServer = async () => (await context.request.get(address)).text();
  await expect.poll(onTheServer).toContain('Typed in a tunnel.');
});
