import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { type Hands, mouse } from '#tests/journeys/support/hands.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

const DAY = 24 * 60 * 60_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const weekdayName = (date: string) =>
  new Date(date).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });

const contents = [1, 2, 3, 4, 5, 6].map((n) => `${n}. Chapter title ${n} … ${20 * n - 19}`);

glance('a host plans a book, adjusts it, falls behind and squeezes the rest', async (travel) => {
  const { page, hands, signInAs, javaScript } = travel;
  await signInAs('host');

  await enterBook(page, hands);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Six chapters');
  await propose(page, hands);
  if (javaScript) await expectAccessible(page);

  await adjust(page, hands, javaScript);

  await hands.press(page.getByRole('button', { name: 'Start reading' }));
  await expect(page.getByText('The reading is planned.')).toBeVisible();
  await expect(page.getByText('Winter holidays')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Chapter 1 ?,/ })).toBeVisible();

  await hands.press(page.getByRole('link', { name: 'We are behind' }));
  await hands.select(
    page.getByLabel('How far has the circle read?'),
    'Up to and with Chapter 1: Chapter title 1',
  );
  await hands.press(page.getByRole('button', { name: 'Plan from here' }).first());
  await expect(page.getByText('What is not read yet moves on').first()).toBeVisible();
  if (javaScript) await expectAccessible(page);
  await hands.press(page.getByRole('button', { name: 'Squeeze the rest' }));
  await expect(page.getByText('The rest is planned anew.')).toBeVisible();
  const putOff = page.getByRole('heading', { name: /^Put off ?,/ });
  await expect(putOff).toBeVisible();

  await hands.press(page.getByRole('button', { name: 'Undo' }));
  await expect(page.getByText('The plan is as it was before.')).toBeVisible();
  await expect(putOff).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger moves the end of a milestone, and the page stays where it is', async ({
    page,
    context,
    signInAs,
  }) => {
    await signInAs('host');
    await enterBook(page, mouse);
    await propose(page, mouse);
    const border = page.getByRole('slider').first();
    await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 2: .*, 40 pages$/);
    await border.scrollIntoViewIfNeeded();
    const box = await border.boundingBox();
    if (!box) throw new Error('The border is not drawn.');
    const scrolled = await page.evaluate(() => window.scrollY);
    const finger = await context.newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: 'touchStart' | 'touchMove', dx: number, dy: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + dx, y: y + dy }] });
    await touch('touchStart', 0, 0);
    // Off the handle, and upwards as a finger that would scroll.
    for (const step of [1, 2, 3, 4]) await touch('touchMove', -30 * step, -20 * step);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 1: .*, 20 pages$/);
    await expect(page.getByLabel(/^Milestone of Chapter 2/)).toHaveValue('m2');
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  });
});

/** A circle of their own, so that no other reading is in the way, and a book of six chapters. */
async function enterBook(page: Page, hands: Hands) {
  await page.goto('/circles/new');
  await hands.write(
    page.getByLabel('Name', { exact: true }),
    `Planners ${randomUUID().slice(0, 8)}`,
  );
  await hands.press(page.getByRole('button', { name: 'Start the circle' }));
  await expect(page.getByText('Your circle is there.')).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/reading/books/new`);
  await hands.write(page.getByLabel('Title', { exact: true }), 'Six chapters');
  await hands.write(page.getByLabel('Table of contents'), contents.join('\n'));
  await hands.press(page.getByRole('button', { name: 'Read the table of contents' }));
  await hands.write(page.getByLabel('Last page'), '120');
  await hands.press(page.getByRole('button', { name: 'Save the book' }));
}

/** Three weekly milestones from three weeks ago, one of them put off by a week away. */
async function propose(page: Page, hands: Hands) {
  await hands.date(page.getByLabel('Starts'), day(-17));
  await hands.choose(page.getByRole('radio', { name: 'Every week' }));
  await hands.select(page.getByLabel('On', { exact: true }), weekdayName(day(-10)));
  await hands.write(page.getByLabel('How many times'), '4');
  await hands.press(page.getByText('Holidays and weeks off', { exact: true }).first());
  await hands.press(page.getByRole('button', { name: 'Add time off' }));
  await hands.write(page.getByLabel('What for'), 'Winter holidays');
  await hands.date(page.getByLabel('From'), day(2));
  await hands.date(page.getByLabel('To', { exact: true }), day(8));
  await hands.press(page.getByRole('button', { name: 'Propose a plan' }));
  await expect(page.getByText('Winter holidays, until')).toBeVisible();
  await expect(page.getByText('Chapters 1 and 2', { exact: true })).toBeVisible();
}

/** Chapter 2 goes from the first milestone to the second: by hand, by key, or by its field. */
async function adjust(page: Page, hands: Hands, javaScript: boolean) {
  const border = page.getByRole('slider').first();
  if (!javaScript) {
    await expect(border).toHaveCount(0);
    await hands.press(page.getByText('Section by section', { exact: true }));
    const field = page.getByLabel(/^Milestone of Chapter 2/);
    await field.selectOption({ index: 3 });
    return;
  }
  await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 2: .*, 40 pages$/);
  await drag(page, border, -60);
  await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 1: .*, 20 pages$/);
  await border.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 2: /);
  await border.press('ArrowLeft');
  await expect(border).toHaveAttribute('aria-valuetext', /^Chapter 1: /);
  await expect(page.getByLabel(/^Milestone of Chapter 2/)).toHaveValue('m2');
}

async function drag(page: Page, handle: Locator, by: number) {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('The border is not drawn.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y, { steps: 3 });
  await page.mouse.move(x + by * 4, y, { steps: 3 });
  await page.mouse.up();
}
