import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

// Each way marks the same member's chapters and takes that back.
test.describe.configure({ mode: 'serial' });

const circle = '/circles/other-side-of-the-desk';
/** Of a note from further on than the member has read. */
const FURTHER = 'like a game of Tetris';

glance('a member who is behind', async ({ page, hands, signInAs, javaScript }) => {
  await signInAs('member');
  const folded = page.getByText(/notes? from further on/);

  await test.step('reads something kind on the circle’s page', async () => {
    await page.goto(circle);
    await expect(page.getByText(/^Most of the discussion so far|^Take your time/)).toBeVisible();
    await hands.press(page.getByRole('link', { name: 'Discussion' }).first());
    await expect(page).toHaveURL(/\/threads$/);
    // Arrived only now: the page takes the focus to its heading.
    if (javaScript) await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  await test.step('finds notes folded that are not in the page', async () => {
    await hands.press(page.getByRole('link', { name: /I said yes to a third team/ }));
    await expect(folded.first()).toBeVisible();
    expect(await page.content()).not.toContain(FURTHER);
    if (javaScript) await expectAccessible(page);
  });

  await test.step('opens some once, and they are folded again', async () => {
    const address = page.url();
    const before = await page.locator('.note').count();
    await hands.press(page.getByRole('link', { name: /^Open (it|them) this once$/ }).first());
    await expect(page.locator('.note')).not.toHaveCount(before);
    await page.goto(address);
    await expect(page.locator('.note')).toHaveCount(before);
  });

  await test.step('opens the whole thread, and folds it again', async () => {
    await hands.press(page.getByRole('button', { name: 'Show all in this thread' }).first());
    await expect(page.getByText('You see every note of this thread')).toBeVisible();
    await expect(folded).toHaveCount(0);
    await hands.press(page.getByRole('button', { name: 'Fold them again' }));
    await expect(folded.first()).toBeVisible();
  });

  await test.step('has read this far in one tap, and sees all', async () => {
    await hands.press(page.getByRole('button', { name: 'I’ve read this far' }).first());
    await expect(page.getByText('Marked as read.')).toBeVisible();
    await expect(folded).toHaveCount(0);
    await expect(page.getByText(FURTHER)).toBeVisible();
  });

  await test.step('takes that back', async () => {
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible();
    await expect(page.getByLabel('Chapter 3: Tech Lead')).toBeChecked();
    await expect(page.getByLabel('Chapter 4: Managing People')).not.toBeChecked();
    if (javaScript) await expectAccessible(page);
  });
});
