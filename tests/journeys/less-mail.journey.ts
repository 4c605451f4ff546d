import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, journey, test } from '#tests/support/journey.ts';

// The hours are one person's.
test.describe.configure({ mode: 'serial' });

/** A session in the circle, of which its member gets a mail. @returns the mail's link to less of it */
async function mailedLink(host: Page, admin: Page, circle: string, name: string): Promise<string> {
  await send(host, `${circle}/sessions/new`, async () => {
    await host.getByLabel('Date').fill('2028-03-07');
    await host.getByLabel('Starts').fill('18:30');
  });
  await expect(host.getByText('The session is set.')).toBeVisible();
  // Whoever scheduled it has one, too.
  const message = admin
    .getByRole('listitem')
    .filter({ hasText: 'To Noor' })
    .getByRole('link', { name: new RegExp(`^${name}: `) })
    .first();
  // Mail is written by a job: a moment later.
  await expect(async () => {
    await admin.goto('/site/outbox');
    await expect(message).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await message.click();
  const link = admin.getByRole('main').locator('a[href*="/hear/"]').first();
  return (await link.getAttribute('href')) ?? '';
}

const chosen = (page: Page) => page.locator('.volumes [aria-pressed=true]');

glance('one click in a mail program ends a circle’s mail', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  const [{ page: host }, { page: admin }] = [await another('host'), await another('admin')];
  const { page: noor } = await another('member');
  const name = `Less mail ${javaScript ? 'with scripts' : 'without'}`;
  const circle = await startCircle(host, { name });
  await join(noor, await makeJoinLink(host, circle));
  const link = await mailedLink(host, admin, circle, name);

  await test.step('the mail program’s own request, from nowhere and without a cookie', async () => {
    const answer = await fetch(link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(200);
  });

  await test.step('then the link’s page says what is set, without signing in', async () => {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`How you hear of ${name}`);
    await expect(chosen(page)).toHaveText('Nothing');
    if (javaScript) await expectAccessible(page);
    await expectToFitAPhone(page);
  });

  await test.step('another choice, and undo', async () => {
    await hands.press(page.getByRole('button', { name: 'A digest' }));
    await expect(page.getByText('From now on all of it comes in your digest.')).toBeVisible();
    await expect(chosen(page)).toHaveText('A digest');
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(page.getByText('As it was before.')).toBeVisible();
    await expect(chosen(page)).toHaveText('Nothing');
  });

  await test.step('all the rest of it takes signing in', async () => {
    await hands.press(page.getByRole('link', { name: 'See all you hear of' }));
    await expect(page).toHaveURL(/\/sign-in\?to=%2Faccount%2Fhearing/);
    await signInAs('member');
    await page.goto('/account/hearing');
    const row = page.getByRole('group', { name: `Mail of ${name}` });
    await expect(row.locator('[aria-pressed=true]')).toHaveText('Nothing');
  });
});

journey('how somebody hears, set in a minute', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  const { page: host } = await another('host');
  await signInAs('facilitator');
  const name = `In a minute ${randomUUID().slice(0, 6)}`;
  const circle = await startCircle(host, { name });
  await join(page, await makeJoinLink(host, circle));
  await page.goto('/account/hearing');
  const row = page.getByRole('group', { name: `Mail of ${name}` });

  await test.step('a circle, with one press', async () => {
    await hands.press(row.getByRole('button', { name: 'A digest' }));
    await expect(page.getByText('From now on all of it comes in your digest.')).toBeVisible();
    await expect(row.locator('[aria-pressed=true]')).toHaveText('A digest');
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(row.locator('[aria-pressed=true]')).toHaveText('Everything');
  });

  await test.step('asks and conversations, likewise', async () => {
    const asks = page.getByRole('group', { name: 'Mail of asks and conversations' });
    await hands.press(asks.getByRole('button', { name: 'Nothing' }));
    await expect(page.getByText('From now on no mail comes of it.')).toBeVisible();
    await expect(asks.locator('[aria-pressed=true]')).toHaveText('Nothing');
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(asks.locator('[aria-pressed=true]')).toHaveText('Everything');
  });

  await test.step('the hours, kept when something is missing', async () => {
    await hands.tick(page.getByLabel('Tuesday'));
    await hands.select(page.getByLabel('At', { exact: true }), '18:00');
    await hands.time(page.getByLabel('From'), '21:30');
    await hands.press(page.getByRole('button', { name: 'Save the hours' }));
    await expect(page.getByText('Say until when, too.')).toBeVisible();
    await expect(page.getByLabel('Tuesday')).toBeChecked();
    await hands.time(page.getByLabel('Until'), '07:00');
    await hands.press(page.getByRole('button', { name: 'Save the hours' }));
    await expect(page.getByText('Your hours are saved.')).toBeVisible();
    await expect(page.getByText('Tuesdays and Fridays at 18:00')).toBeVisible();
    if (javaScript) await expectAccessible(page);
  });

  await test.step('taken back', async () => {
    await hands.press(page.getByRole('button', { name: 'Undo' }));
    await expect(page.getByText('all of it in one mail, Fridays at 8:00')).toBeVisible();
    await expect(page.getByLabel('From')).toHaveValue('');
  });
});
