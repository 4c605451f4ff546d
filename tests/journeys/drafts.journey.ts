import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expect, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';
const text = (page: Page) => page.getByLabel('Add to this');
const write = async (page: Page, words: string) => {
  await text(page).fill(words);
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
};
const post = (page: Page) =>
  withinTheDocument(page, () => page.getByRole('button', { name: 'Post note' }).click());

test('two tabs of a thread keep a draft each', async ({ page, context, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  await signInAs('facilitator');
  await page.goto(`${threads}/new`);
  await page.getByLabel('What is it about?').fill(`Two tabs ${mark}`);
  await page.getByLabel('Your note').fill('To begin with');
  await page.getByRole('button', { name: 'Start the thread' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Two tabs ${mark}` })).toBeVisible();
  const thread = page.url().replace(/\?.*/, '');
  await page.goto(thread);
  await write(page, 'From the first tab');

  const other = await context.newPage();
  await other.goto(thread);
  await expect(text(other)).toHaveValue('');
  await write(other, 'From the second tab');
  await post(page);
  await expect(page.locator('.note', { hasText: 'From the first tab' })).toBeVisible();
  await expect(text(page)).toHaveValue('');
  await expect(text(other)).toHaveValue('From the second tab');

  // What was posted does not come back; what was not does, in the tab that had it.
  await page.reload();
  await expect(page.locator('.note')).toHaveCount(2);
  await expect(text(page)).toHaveValue('');
  await other.reload();
  await expect(other.getByText('Your draft is back.')).toBeVisible();
  await expect(text(other)).toHaveValue('From the second tab');

  // The draft of a tab that is closed is offered again.
  await other.close();
  await page.reload();
  await expect(page.getByText('Your draft is back.')).toBeVisible();
  await expect(text(page)).toHaveValue('From the second tab');
  await post(page);
  await expect(page.locator('.note')).toHaveCount(3);
  await page.goto(thread);
  await expect(page.locator('.note')).toHaveCount(3);
  await expect(text(page)).toHaveValue('');
});

test('the same draft posted in two tabs is one note', async ({ page, context, signInAs }) => {
  await signInAs('facilitator');
  await page.goto(`${threads}/new`);
  await page.getByLabel('What is it about?').fill('One draft');
  await page.getByLabel('Your note').fill('To begin with');
  await page.getByRole('button', { name: 'Start the thread' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One draft' })).toBeVisible();
  const thread = page.url().replace(/\?.*/, '');
  await page.goto(thread);
  await write(page, 'Only once');
  // A browser without locks, as on a site without https: both tabs find the draft.
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  });
  const other = await context.newPage();
  await other.goto(thread);
  await expect(text(other)).toHaveValue('Only once');
  await post(page);
  await expect(page.locator('.note')).toHaveCount(2);
  await post(other);
  await expect(other.locator('.note')).toHaveCount(2);
  await other.reload();
  await expect(other.locator('.note')).toHaveCount(2);
  await expect(text(other)).toHaveValue('');
});
