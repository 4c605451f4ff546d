import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { openNextSession } from '#tests/journeys/support/next-session.ts';
import { expect, test } from '#tests/support/journey.ts';

const CARD = '/cards/beginnings/what-stays-here';
const WALL = `${CARD}/projector?people=8`;
const timer = (page: Page) => page.getByRole('timer');
/** Until scripts run no key is heard. */
const live = (page: Page) => expect(page.locator('.wall-ways button').first()).toBeAttached();
const footer = (page: Page) => page.locator('.wall > footer');

test('a card is run on a wall by keys, and its time stands where it was after a reload', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await page.clock.install({ time: new Date('2098-12-01T18:30:00Z') });
  await page.goto(WALL);
  await live(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('told in confidence');
  await expect(timer(page)).toHaveCount(0);

  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/step=1$/);
  await expect(page.getByText('step 1 of 3', { exact: true })).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(timer(page)).toHaveText('2:00');

  // People change places before the second step: its time waits for them.
  await page.keyboard.press('PageDown');
  await page.clock.runFor(30_000);
  await expect(timer(page)).toHaveText('1:00');
  await expect(footer(page)).toContainText('space begins');
  await page.keyboard.press(' ');
  await page.clock.runFor(75_000);
  await expect(timer(page)).toHaveText('0:45');
  await expect(footer(page)).toContainText('left of turn 2 of 4');

  // The laptop sleeps for half a minute: no tick is counted, and none is needed.
  await page.clock.fastForward(30_000);
  await page.clock.runFor(300);
  await expect(timer(page)).toHaveText('0:15');
  await page.reload();
  await page.clock.runFor(300);
  await expect(timer(page)).toHaveText(/0:1\d/);
  await expect(footer(page)).toContainText('left of turn 2 of 4');

  await page.keyboard.press(' ');
  await expect(footer(page)).toContainText('paused');
  await page.keyboard.press('r');
  await expect(timer(page)).toHaveText('1:00');
  await page.keyboard.press(' ');
  await page.clock.fastForward(600_000);
  await page.clock.runFor(300);
  await expect(timer(page)).toHaveText('0:00');
  await expect(footer(page)).toContainText('time is up');
  await expect(page.locator('.wall')).toHaveAttribute('data-time', 'up');

  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('step 1 of 3', { exact: true })).toBeVisible();
});

test('a step is said once, and no second is', async ({ page, signInAs }) => {
  await signInAs('member');
  await page.clock.install();
  await page.goto(`${WALL}&step=1`);
  await live(page);
  await page.keyboard.press(' ');
  const status = page.locator('.wall [role=status]');
  await expect(status).toHaveText('step 1 of 3: The missing rule.');
  await status.evaluate((said) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(said.textContent ?? '')).observe(said, {
      ...{ characterData: true, childList: true, subtree: true },
    });
  });
  await page.clock.runFor(20_000);
  await expect(timer(page)).toHaveText('2:40');
  await page.keyboard.press('ArrowRight');
  await expect(status).toContainText('step 2 of 3');
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(await heard()).toEqual(['step 2 of 3: Could we keep it? ']);
});

test('nothing but the card is in sight until the pointer moves or a key asks', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await page.goto(`${WALL}&step=2`);
  await live(page);
  const keys = page.getByRole('navigation', { name: 'This wall' });
  await expect(keys).toHaveCSS('opacity', '0');
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 240);
  await expect(keys).toHaveCSS('opacity', '1');
  await expect(keys).toHaveCSS('opacity', '0', { timeout: 8000 });
  await page.keyboard.press('?');
  await expect(keys).toHaveCSS('opacity', '1');
  await page.keyboard.press('?');
  await expect(keys).toHaveCSS('opacity', '0');
  // Whoever has no keys of their own reaches the same ways by Tab.
  await page.getByRole('link', { name: 'before' }).focus();
  await expect(keys).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('step 1 of 3', { exact: true })).toBeVisible();
});

test('a step asks the network for nothing', async ({ page, signInAs, context }) => {
  await signInAs('member');
  await page.goto(WALL);
  await live(page);
  await context.setOffline(true);
  for (let step = 1; step <= 3; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(`step ${step} of 3`, { exact: true })).toBeVisible();
  }
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
] as const) {
  test(`every step of a long card fits a wall of ${width} × ${height}`, async ({
    page,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height });
    await signInAs('member');
    // What was just done is said on the page one comes to, and not on a wall.
    await page.goto(CARD);
    for (const card of [CARD, '/cards/peer-consulting/four-ways-to-help']) {
      for (let step = 0; step <= 4; step++) {
        await page.goto(`${card}/projector?people=12&step=${step}`);
        await page.evaluate(() => document.fonts.ready);
        const size = () =>
          page.locator('html').evaluate((html) => [html.scrollHeight, html.scrollWidth]);
        await expect.poll(size, `${card} ${step}`).toEqual([height, width]);
      }
    }
    await expectAccessible(page);
  });
}

test.describe('by touch, on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the right half leads on and the left half back', async ({ page, signInAs }) => {
    await signInAs('member');
    await page.goto(WALL);
    await live(page);
    await page.touchscreen.tap(330, 300);
    await expect(page.getByText('step 1 of 3', { exact: true })).toBeVisible();
    await page.touchscreen.tap(40, 300);
    await expect(page.getByText('step 1 of 3', { exact: true })).toHaveCount(0);
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
    expect(wide).toBe(390);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each step is a page that leads on', async ({ page, signInAs }) => {
    await signInAs('member');
    await page.goto(CARD);
    await page.getByRole('link', { name: 'Show it on a wall' }).click();
    await page.getByRole('link', { name: 'next' }).click();
    await page.getByRole('link', { name: 'next' }).click();
    await expect(page.getByText('step 2 of 3', { exact: true })).toBeVisible();
    await expect(page.getByText('six minutes', { exact: true })).toBeVisible();
    await expect(timer(page)).toHaveCount(0);
    await page.getByRole('link', { name: 'before' }).click();
    await page.getByRole('link', { name: 'Back to the card' }).click();
    await expect(page).toHaveURL(CARD);
  });
});

test('a circle’s session hangs on a wall with its names, drawn anew by a key', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await openNextSession(page);
  await page.getByRole('link', { name: 'Show it on a wall' }).click();
  await live(page);
  for (let steps = 0; steps < 12; steps++) {
    if ((await page.locator('.wall-groups figcaption').count()) > 0) break;
    await page.keyboard.press('ArrowRight');
  }
  const names = page.locator('.wall-groups li');
  const order = async () => (await names.allTextContents()).join(' ');
  const before = await order();
  expect(before).not.toBe('');
  await expect
    .poll(async () => {
      await page.keyboard.press('n');
      return order();
    })
    .not.toBe(before);
  const drawn = await order();
  await page.reload();
  await expect.poll(order).toBe(drawn);
});
