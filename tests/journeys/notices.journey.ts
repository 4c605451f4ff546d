import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expect, test } from '#tests/support/journey.ts';

const circle = '/circles/tuesday-leads';
const PHONE = { width: 360, height: 560 };
const notice = (page: Page) => page.locator('.notices > .notice');
const top = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'BODY');

async function ownThread(page: Page): Promise<void> {
  await page.goto(`${circle}/threads/new`);
  await page.getByLabel('What is it about?').fill(`Said ${randomUUID().slice(0, 8)}`);
  await page.getByLabel('Your note').fill('As I said it first.');
  await page.getByRole('button', { name: 'Start the thread' }).click();
  await expect(page.locator('.note')).toHaveCount(1);
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('an act leaves one where one was, and says what it did there', async ({
    page,
    signInAs,
  }) => {
    await signInAs('facilitator');
    await page.goto(circle);
    await page.locator('a[href$="/progress"]').first().click();
    const save = page.locator('main form').getByRole('button', { name: /^Save/ }).last();
    await save.scrollIntoViewIfNeeded();
    const before = await top(page);
    expect(before).toBeGreaterThan(200);
    const place = (await save.boundingBox())?.y;
    await withinTheDocument(page, () => save.click());
    await expect(notice(page)).toBeInViewport({ ratio: 1 });
    expect(await top(page)).toBe(before);
    expect((await save.boundingBox())?.y).toBe(place);
    await expectAccessible(page);
    const [said, bar] = await Promise.all([
      notice(page).boundingBox(),
      page.locator('.bottom').first().boundingBox(),
    ]);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });
});

test('saving an edit says so, and one is at what was saved', async ({ page, signInAs }) => {
  await signInAs('member');
  await ownThread(page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Your note').fill('As I meant it.');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('As I meant it.')).toBeVisible();
  await expect(notice(page)).toContainText('Your note is saved.');
  await expect(page.locator('.note')).toBeFocused();
});

test('what can be undone says so until it is put away, also by keyboard', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await ownThread(page);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(notice(page)).toContainText('You took your note back');
  await expect(page.locator('.note, .note-gone').first()).toBeFocused();
  await notice(page).getByRole('button', { name: 'Bring it back' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('As I said it first.')).toBeVisible();
  await expect(notice(page)).toContainText('Your note is back.');
  expect(await focused(page)).not.toBe('BODY');
  await page.getByRole('button', { name: 'Put this away' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('it goes by itself only when nothing hangs on it', async ({ page, signInAs }) => {
  await page.clock.install();
  await signInAs('member');
  await ownThread(page);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(notice(page)).toContainText('You took your note back');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.clock.runFor(60_000);
  await expect(notice(page)).toBeVisible();
  await notice(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(notice(page)).toContainText('Your note is back.');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(5, 5);
  await page.clock.runFor(60_000);
  await expect(notice(page)).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it stands at the top of the page, with its undo', async ({ page, signInAs }) => {
    await signInAs('member');
    await ownThread(page);
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(notice(page)).toContainText('You took your note back');
    const [said, title] = await Promise.all([
      notice(page).boundingBox(),
      page.getByRole('heading', { level: 1 }).boundingBox(),
    ]);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(title?.y ?? 0);
    await expect(notice(page).getByRole('button', { name: 'Put this away' })).toBeHidden();
    await notice(page).getByRole('button', { name: 'Bring it back' }).click();
    await expect(page.getByText('As I said it first.')).toBeVisible();
  });
});
