import type { Page } from '@playwright/test';
import { openNextSession } from '#tests/journeys/support/next-session.ts';
import { expect, test } from '#tests/support/journey.ts';

const note = 'For whoever runs it';

/** How many pages the browser's own print makes of a page, on that paper. */
async function printed(page: Page, format: 'A4' | 'Letter') {
  await page.evaluate(() => document.fonts.ready);
  const pdf = (await page.pdf({ format })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

for (const format of ['A4', 'Letter'] as const) {
  test(`two of the longest cards, eight slips and a sheet are a page each on ${format}`, async ({
    page,
    signInAs,
  }) => {
    await signInAs('facilitator');
    for (const card of [
      'in-pairs/the-first-half-hour',
      'strategy/the-monday-after',
      'hard-weeks/heard-seen-respected',
    ]) {
      await page.goto(`/cards/${card}/print?people=8`);
      expect(await printed(page, format), card).toBe(1);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.paper').getByText(note)).toHaveCount(0);
      await expect(page.locator('.half')).toHaveCount(2);
      await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
      await page.emulateMedia({ media: null });
    }
    await page.goto('/cards/hard-weeks/heard-seen-respected/print?what=slips');
    expect(await printed(page, format)).toBe(1);
    await page.goto('/cards/openers/who-taught-you-that/print?what=sheet&people=8');
    await expect(page.getByRole('heading', { name: note })).toBeVisible();
    expect(await printed(page, format)).toBe(1);
  });
}

async function bookletOf(page: Page) {
  await openNextSession(page);
  await page.getByRole('link', { name: 'Print it with its cards' }).click();
  await expect(page.getByRole('heading', { name: 'The session on paper' })).toBeVisible();
}

test('an agenda is one booklet: a title page, then each card from the top of a page', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await bookletOf(page);
  const cards = await page.locator('.paper-card').count();
  expect(cards).toBeGreaterThan(2);
  expect(await printed(page, 'A4')).toBe(1 + cards);
  await expect(page.getByRole('link', { name: 'With the notes' })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('whoever runs it chooses the notes, and for how many', async ({ page, signInAs }) => {
      await signInAs('facilitator');
      await bookletOf(page);
      await expect(page.locator('.paper').getByText(note)).toHaveCount(0);
      await page.getByRole('link', { name: 'With the notes' }).click();
      await expect(page.locator('.paper').getByText(note).first()).toBeVisible();
      await page.getByRole('button', { name: '7', exact: true }).click();
      await expect(page).toHaveURL(/booklet\?notes=&people=7$/);
      await expect(page.locator('.paper').getByText(note).first()).toBeVisible();
      await expect(page.getByText('With seven:').first()).toBeVisible();
      const print = page.getByRole('button', { name: 'Print', exact: true });
      const byMenu = page.getByText('from your browser’s menu');
      await expect(javaScriptEnabled ? print : byMenu).toBeVisible();
      await expect(javaScriptEnabled ? byMenu : print).toBeHidden();
    });
  });
}
