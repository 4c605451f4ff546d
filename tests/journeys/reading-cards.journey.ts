import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/journey.ts';

const note = 'For whoever runs it';

async function findAndRead(page: Page) {
  await page.goto('/cards');
  await expect(page.getByText(/\S+ cards in \S+ decks\./)).toBeVisible();
  await page.getByLabel('Kind').selectOption('consulting');
  await page.getByLabel('Time').selectOption('30');
  await page.getByLabel('Group').selectOption('12');
  await page.getByRole('button', { name: 'Show cards' }).click();
  await expect(page).toHaveURL(/kind=consulting.*minutes=30.*people=12/);
  await expect(page.getByLabel('Kind')).toHaveValue('consulting');

  await page.getByRole('link', { name: 'Four ways to help', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Four ways to help');
  await expect(page.getByRole('heading', { name: '2 Four rounds' })).toBeVisible();
  await expect(page.getByText('in trios · 14 min')).toBeVisible();
  await page.getByRole('button', { name: '8', exact: true }).click();
  await expect(page).toHaveURL(/people=8/);
  await expect(page.getByText(/^4 \+ 4/).first()).toBeVisible();
  await expect(page.getByText(/\d+ minutes, \w+ of them to change groups/)).toBeVisible();
}

async function nothingFound(page: Page) {
  await page.goto('/cards');
  await page.getByLabel('Words').fill('zeppelin');
  await page.getByLabel('Words').press('Enter');
  await expect(page.getByText('No card fits all of that.')).toBeVisible();
  await expect(page.getByLabel('Words')).toHaveValue('zeppelin');
  await page.getByRole('link', { name: 'Show all cards' }).click();
  await expect(page.getByText(/\S+ cards in \S+ decks\./)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`Cards, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a facilitator finds a card and reads how to run it', async ({ page, signInAs }) => {
      await signInAs('facilitator');
      await findAndRead(page);
      await expect(page.getByRole('region', { name: note })).toBeVisible();
    });

    test('a member finds a card and reads it on a phone', async ({ page, signInAs }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await signInAs('member');
      await findAndRead(page);
      await expect(page.getByText(note)).toHaveCount(0);
      await page.goto('/cards/any-leadership-book/what-stayed');
      await expect(
        page.getByText('Since we began, how often was this book in a meeting with you?'),
      ).toBeVisible();
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(wide).toBe(360);
    });

    test('looking for what is not there leads back', async ({ page, signInAs }) => {
      await signInAs('member');
      await nothingFound(page);
    });
  });
}

test('a card prints on one page, and with its note on two at most', async ({ page, signInAs }) => {
  const margin = { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' };
  const pagesOf = async (card: string) => {
    await page.goto(`/cards/${card}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const pdf = (await page.pdf({ format: 'Letter', margin })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page[^s]/g)?.length;
  };
  const cards = [
    'closing-and-commitments/something-left-the-room',
    'blind-spots/what-the-circle-sees',
    'peer-consulting/what-i-need-from-you',
  ];
  await signInAs('member');
  for (const card of cards) expect(await pagesOf(card), card).toBe(1);
  await signInAs('facilitator');
  for (const card of cards) expect(await pagesOf(card), card).toBeLessThanOrEqual(2);
});
