import type { Page } from '@playwright/test';
import { untilInteractive } from '#tests/journeys/support/documents.ts';
import { expect, test } from '#tests/support/journey.ts';

const HELD_MS = 700;

/**
 * Lets the scripts of pages, or only the data that they wait for at the foot of the document, come
 * late: what is done before stands in a page that looks ready.
 */
async function slow(page: Page, what: 'scripts' | 'data'): Promise<void> {
  if (what === 'scripts') {
    await page.route('**/assets/entry.client-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, HELD_MS));
      await route.continue();
    });
    return;
  }
  await page.route('**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = (await response.text()).replaceAll(
      /(window\.__remixContext\.streamController\.(?:enqueue|close)\(.*?\));<\/script>/gs,
      (_, hands: string) => `setTimeout(() => {${hands}}, ${HELD_MS});</script>`,
    );
    await route.fulfill({ response, body: html });
  });
}

for (const late of ['scripts', 'data'] as const) {
  test.describe(`while the ${late} of a page are on their way`, () => {
    test.beforeEach(async ({ page, signInAs }) => {
      await signInAs('member');
      await slow(page, late);
    });

    test('a jump within it arrives, and stays', async ({ page }) => {
      await page.goto('/cards', { waitUntil: 'commit' });
      const deck = page.getByRole('navigation', { name: 'Decks' }).getByRole('link').last();
      await deck.click();
      const slug = (await deck.getAttribute('href')) ?? '';
      await expect(page).toHaveURL(new RegExp(`${slug}$`));
      await untilInteractive(page);
      await expect(page.locator(slug)).toBeInViewport();
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    });

    test('the skip link leads to the page', async ({ page }) => {
      await page.goto('/cards', { waitUntil: 'commit' });
      await page.getByRole('link', { name: 'Skip to the page' }).focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#content$/);
      await untilInteractive(page);
      await page.keyboard.press('Tab');
      await expect(page.locator('main :focus')).toHaveCount(1);
    });

    test('a link is followed', async ({ page }) => {
      await page.goto('/', { waitUntil: 'commit' });
      await page.getByRole('link', { name: 'Cards', exact: true }).click();
      await expect(page).toHaveURL(/\/cards$/);
    });

    test('a deck is opened, and a card of it', async ({ page }) => {
      await page.goto('/cards', { waitUntil: 'commit' });
      await page.locator('main .rows').getByRole('link', { name: 'Openers' }).click();
      await expect(page).toHaveURL(/\/cards\/openers$/);
      await page.goto('/cards/openers', { waitUntil: 'commit' });
      const card = page.locator('main .rows').getByRole('link').first();
      const address = (await card.getAttribute('href')) ?? '';
      await card.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('navigation', { name: 'In this deck' })).toBeVisible();
    });

    for (const { where, to } of [
      { where: 'main .rows li a', to: /\/cards\/openers$/ },
      { where: 'nav[aria-label="Decks"] a:last-child', to: /\/cards#/ },
    ]) {
      test(`a press that ends once the page is alive counts: ${where}`, async ({ page }) => {
        await page.goto('/cards', { waitUntil: 'commit' });
        await page.locator(where).first().hover();
        await page.mouse.down();
        await untilInteractive(page);
        await page.mouse.up();
        await expect(page).toHaveURL(to);
      });
    }

    test('what is typed, ticked and opened stays', async ({ page }) => {
      await page.goto('/circles/tuesday-leads/threads/new', { waitUntil: 'commit' });
      await page.getByLabel('What is it about?').fill('Typed early');
      await page.getByLabel('Your note').fill('A note in a hurry');
      await page.getByLabel(/^Section of/).selectOption({ index: 2 });
      const section = await page.getByLabel(/^Section of/).inputValue();
      await page.getByText('Quote the book').click();
      const account = page.locator('.account-menu > summary');
      await account.click();
      await untilInteractive(page);
      await expect(page.getByLabel('What is it about?')).toHaveValue('Typed early');
      await expect(page.getByLabel('Your note')).toHaveValue('A note in a hurry');
      await expect(page.getByLabel(/^Section of/)).toHaveValue(section);
      await expect(page.getByLabel('The passage')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    });

    test('a form is sent', async ({ page }) => {
      await page.goto('/circles/tuesday-leads/threads/new', { waitUntil: 'commit' });
      await page.getByLabel('What is it about?').fill(`Sent early, ${late}`);
      await page.getByLabel('Your note').fill('Before the page was ready');
      await page.getByRole('button', { name: 'Start the thread' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Sent early' })).toBeVisible();
      await expect(page.locator('.note')).toHaveCount(1);
    });
  });
}

test('a key pressed the moment that a page comes alive breaks nothing', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await page.addInitScript(() => {
    const listen = document.addEventListener;
    // The first that React listens for: its root is there, and nothing is drawn.
    document.addEventListener = (...given: unknown[]) => {
      document.addEventListener = listen;
      queueMicrotask(() => {
        const at = document.querySelector('.skip');
        at?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        document.documentElement.dataset.pressed = 'yes';
      });
      return Reflect.apply(listen, document, given);
    };
  });
  await page.goto('/cards');
  await untilInteractive(page);
  await expect(page.locator('html')).toHaveAttribute('data-pressed', 'yes');
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const late of ['scripts', 'data'] as const) {
    test(`a tap on a deck while the ${late} are on their way counts`, async ({
      page,
      signInAs,
    }) => {
      await signInAs('member');
      await slow(page, late);
      await page.goto('/cards', { waitUntil: 'commit' });
      await page.locator('main .rows li a').first().tap();
      await expect(page).toHaveURL(/\/cards\/openers$/);
    });
  }
});
