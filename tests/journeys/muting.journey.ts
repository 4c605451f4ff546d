import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The host writes one more note into the thread. */
async function writeNote(host: Page, thread: string, text: string) {
  await host.goto(thread);
  await host.getByLabel('Add to this').fill(text);
  await button(host, 'Post note').click();
  await expect(host.getByText(text)).toBeVisible();
}

journey('a member mutes a thread, and hears of it again', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  const { page: host } = await another('host');
  const title = `What the outage did ${randomUUID().slice(0, 6)}`;
  await signInAs('member');
  const circle = await startCircle(host, { name: 'Muting, tried out' });
  await join(page, await makeJoinLink(host, circle));
  await send(host, `${circle}/threads/new`, async () => {
    await host.getByLabel('What is it about?').fill(title);
    await host.getByLabel('Your note').fill('It started with a deploy nobody watched.');
  });
  await expect(host.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const thread = new URL(host.url()).pathname;
  const inbox = page.getByRole('main').getByText(title);

  await test.step('is told of it, and mutes it on its page', async () => {
    await page.goto('/inbox');
    await expect(inbox).toBeVisible();
    await page.goto(thread);
    await hands.press(button(page, 'Mute'));
    await expect(page.getByText('Muted. You hear no more of this thread')).toBeVisible();
    await expect(button(page, 'Muted')).toHaveAttribute('aria-pressed', 'true');
    if (javaScript) await expectAccessible(page);
  });

  await test.step('hears nothing of what is written then', async () => {
    await writeNote(host, thread, 'And it ended on a Friday.');
    await page.goto('/inbox');
    await expect(page.getByRole('main').getByText('And it ended on a Friday.')).toHaveCount(0);
    await page.goto(`${circle}/threads`);
    await expect(page.getByText('· muted')).toBeVisible();
  });

  await test.step('finds it where it says how they hear, and unmutes it', async () => {
    await page.goto(circle);
    await hands.press(page.getByRole('link', { name: 'How you hear of this circle' }));
    await expect(page.getByRole('heading', { level: 1, name: 'How you hear' })).toBeVisible();
    await hands.press(page.getByRole('button', { name: `Unmute: ${title}` }));
    await expect(page.getByText('You hear of this thread as of any other.')).toBeVisible();
    await expect(page.getByRole('button', { name: `Unmute: ${title}` })).toHaveCount(0);
    await expectToFitAPhone(page);
  });

  await test.step('thinks better of it: undo mutes it once more', async () => {
    await hands.press(button(page, 'Undo'));
    await expect(page.getByRole('button', { name: `Unmute: ${title}` })).toBeVisible();
    await hands.press(page.getByRole('button', { name: `Unmute: ${title}` }));
    await writeNote(host, thread, 'Monday was quiet.');
    await page.goto('/inbox');
    await expect(inbox).toBeVisible();
  });
});
