import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, journey } from '#tests/support/journey.ts';

journey('a note sent after the sign-in ended', async ({ page, hands, signInAs, javaScript }) => {
  const words = `Kept through it all, however long it took to write ${randomUUID()}`;
  await signInAs('facilitator');
  await page.goto('/circles/tuesday-leads/threads');
  await hands.press(page.getByRole('link', { name: 'What the re-org took away' }));
  await hands.write(page.getByLabel('Add to this'), words);
  await page.context().clearCookies();
  await hands.press(page.getByRole('button', { name: 'Post note' }));
  if (javaScript) {
    await expect(page.getByRole('alert')).toContainText('You are signed out here');
    await expect(page.getByLabel('Add to this')).toHaveValue(words);
    await expectAccessible(page);
  } else {
    await expect(page.getByRole('heading', { name: 'You’re signed out' })).toBeVisible();
    await expect(page.getByLabel('What you typed')).toHaveValue(words);
  }
  // In another tab.
  await signInAs('facilitator');
  await hands.press(page.getByRole('button', { name: javaScript ? 'Post note' : 'Send it again' }));
  await expect(page.locator('.note', { hasText: words })).toBeVisible();
});
