import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { plainPage, startCircle } from '#tests/journeys/support/circle.ts';
import { expect, test } from '#tests/support/journey.ts';

const items = ['Check-in', 'The chapters', 'Closing'] as const;
const inAMonth = Temporal.Now.plainDateISO().add({ days: 30 }).toString();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = (page: Page, place: number) => page.getByLabel(`What happens, item ${place}`);

/** The form of a new session, three items on its agenda. */
async function newAgenda(page: Page, circle: string): Promise<void> {
  await page.goto(`${circle}/sessions/new`);
  await page.getByLabel('Date').fill(inAMonth);
  for (const [index, item] of items.entries()) {
    await button(page, 'Add something else').click();
    await title(page, index + 1).fill(item);
    await page.getByLabel(`Minutes of item ${index + 1}`).fill(String(5 + index));
  }
}

/** Schedules it: its page lists the items, each with the minutes that were typed beside it. */
async function expectToSave(page: Page, order: readonly (typeof items)[number][]) {
  for (const [index, item] of order.entries()) {
    await expect(title(page, index + 1)).toHaveValue(item);
  }
  await button(page, 'Schedule and invite').click();
  await expect(page.getByText('The session is set.')).toBeVisible();
  await page.reload();
  const agenda = page.getByRole('listitem').filter({ hasText: / min$/ });
  await expect(agenda).toHaveText(order.map((item) => `${item}${5 + items.indexOf(item)} min`));
}

test.describe('the rows of an agenda move, and the order is saved', () => {
  let circle: string;
  test.beforeEach(async ({ page, signInAs }) => {
    const host = await plainPage(page, signInAs, 'host');
    circle = await startCircle(host, { name: `Movers of rows ${randomUUID().slice(0, 8)}` });
    await host.context().close();
    await signInAs('host');
  });

  test('by dragging their grip', async ({ page }) => {
    await newAgenda(page, circle);
    const rows = page.locator('.agenda-rows > li');
    const grip = rows.nth(2).locator('.agenda-grip');
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    const to = await rows.nth(0).boundingBox();
    if (!from || !to) throw new Error('The rows are not on the page.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x, to.y + 2, { steps: 4 });
    await expect(rows.nth(0)).toHaveAttribute('data-before', 'true');
    await page.mouse.up();
    await expectToSave(page, ['Closing', 'Check-in', 'The chapters']);
  });

  test('by Alt and an arrow, the focus staying in the row', async ({ page }) => {
    await newAgenda(page, circle);
    // The grips come with the scripts.
    await expect(page.locator('.agenda-grip')).toHaveCount(3);
    await title(page, 3).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(title(page, 1)).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowDown');
    await expectToSave(page, ['Check-in', 'Closing', 'The chapters']);
  });

  test('by their buttons, without scripts', async ({ page, signInAs }) => {
    const plain = await plainPage(page, signInAs, 'host');
    await newAgenda(plain, circle);
    await expect(plain.locator('.agenda-grip')).toHaveCount(0);
    // What the server has not seen yet it cannot name.
    await button(plain, 'Move up item 3').click();
    await expect(title(plain, 2)).toHaveValue('Closing');
    await button(plain, 'Move down Check-in').click();
    await expectToSave(plain, ['Closing', 'Check-in', 'The chapters']);
    await plain.context().close();
  });
});
