import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { untilInteractive, withinTheDocument } from '#tests/journeys/support/documents.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

/** Longer than the shell waits before it asks again. */
const A_MINUTE = 61_000;

/** Somebody of the journey's own, into whose inbox no other journey writes. */
async function joinAsNewcomer(page: Page, link: string, mark: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(`Dewi ${mark}`);
  await page.getByLabel('Email').fill(`dewi-${mark}@example.org`);
  await page.getByLabel('Password').fill('a lamp left on the stairs');
  await page.getByLabel('Your time zone').selectOption('Europe/Lisbon');
  await page.getByRole('checkbox').check();
  await page.locator('main .btn-primary').first().click();
  await expect(page.getByRole('link', { name: /^Inbox/ })).toBeVisible();
}

const count = (page: Page) => page.getByRole('link', { name: /^Inbox/ }).locator('.count');

test.use({ viewport: { width: 360, height: 740 } });

glance('somebody answers me', async ({ page, hands, another, javaScript }) => {
  const mark = randomUUID().slice(0, 8);
  const host = (await another('host')).page;
  const circle = await startCircle(host, { name: `Answers ${mark}` });
  await joinAsNewcomer(page, await makeJoinLink(host, circle), mark);
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing new');
  await page.goto(`${circle}/threads/new`);
  await hands.write(page.getByLabel('What is it about?'), `What to keep ${mark}`);
  await hands.write(page.getByLabel('Your note'), 'Which work is mine?');
  await hands.press(page.getByRole('button', { name: 'Start the thread' }));
  await expect(page.getByText('Which work is mine?')).toBeVisible();
  const thread = page.url().replace(/[?#].*$/, '');

  await test.step('and I see it wherever I am, without loading the page again', async () => {
    if (javaScript) await page.clock.install();
    await page.goto('/cards');
    await expect(count(page)).toHaveCount(0);
    if (javaScript) await untilInteractive(page);
    await host.goto(thread);
    await host.getByLabel('Add to this').fill('The dull work.');
    await host.getByRole('button', { name: 'Post note' }).click();
    await expect(host.getByText('The dull work.')).toBeVisible();
    if (javaScript) {
      await withinTheDocument(page, async () => {
        await page.clock.runFor(A_MINUTE);
        await expect(count(page)).toHaveText(/^1/);
      });
      await expect(page.getByRole('status').getByText('1 new')).toHaveCount(1);
    } else await page.reload();
    await expect(count(page)).toHaveText(/^1/);
  });

  await test.step('the next thing is one press away, and read once I was there', async () => {
    await hands.press(page.getByRole('link', { name: /^Inbox/ }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing today');
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    const next = page.getByRole('link', { name: /^Next: / });
    await expect(next).toBeInViewport();
    await hands.press(next);
    await expect(page.getByText('The dull work.')).toBeInViewport();
    await expect(count(page)).toHaveCount(0);
  });

  await test.step('and it stands among what was read', async () => {
    await hands.press(page.getByRole('link', { name: /^Inbox/ }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing new');
    await expect(page.getByRole('link', { name: `What to keep ${mark}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mark all read' })).toHaveCount(0);
  });
});
