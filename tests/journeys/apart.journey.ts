import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const WARNING = 'Only you are told';

/** Somebody new joins by the link: an account of this journey's own. */
async function joinAs(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(`${name.replace(' ', '-')}@example.org`);
  await page.getByLabel('Password').fill('a lamp left on the stairs');
  await page.getByLabel('Your time zone').selectOption('Europe/Lisbon');
  await page.getByRole('checkbox').check();
  await page.locator('main .btn-primary').click();
  await page.waitForURL(/\/circles\/[^/]+$/);
}

journey(
  'somebody says how much they take on, and whom they would rather not be with',
  async (given) => {
    const { page, hands, another, javaScript } = given;
    const { page: host } = await another('facilitator');
    const mark = randomUUID().slice(0, 6);
    const first = await startCircle(host, { name: `Mornings ${mark}` });
    await joinAs(page, await makeJoinLink(host, first), `Dora ${mark}`);
    const second = await startCircle(host, { name: `Evenings ${mark}` });
    const link = await makeJoinLink(host, second);
    const list = page.getByRole('list', { name: 'Your list' });
    let name = '';

    await test.step('finds it from what they ask, and says how many they help', async () => {
      await page.goto('/asks');
      await hands.press(page.getByRole('link', { name: 'How much you take on' }));
      await hands.select(page.getByLabel('How many I help'), 'Three at once');
      await hands.press(button(page, 'Save'));
      await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
      await expect(page.getByLabel('How many I help')).toHaveValue('3');
      await hands.press(button(page, 'Undo'));
      await expect(page.getByText('As it was before.')).toBeVisible();
      await expect(page.getByLabel('How many I help')).toHaveValue('2');
      await expectToFitAPhone(page);
    });

    await test.step('puts somebody on the list that only they see', async () => {
      await hands.press(page.getByRole('link', { name: 'Whom you keep apart' }));
      await expect(page.getByRole('heading', { level: 1, name: 'Keep apart' })).toBeVisible();
      const people = page.getByLabel('Somebody of your circles');
      name = (await people.locator('option').nth(1).textContent()) ?? '';
      await hands.select(people, name);
      await hands.press(button(page, 'Keep apart'));
      await expect(page.getByText('It’s on your list, which only you see.')).toBeVisible();
      await expect(list.getByText(name)).toBeVisible();
      if (javaScript) await expectAccessible(page);
      await expectToFitAPhone(page);
    });

    await test.step('an address that is none keeps what was typed', async () => {
      const address = page
        .getByLabel('Or an email address')
        .or(page.getByLabel('An email address'));
      await hands.write(address, `lena@${mark}`);
      await page.locator('main form').evaluateAll((forms) => {
        for (const form of forms) form.setAttribute('novalidate', '');
      });
      await hands.press(button(page, 'Keep apart'));
      await expect(page.getByText('does not look like an email address')).toBeVisible();
      await expect(address).toHaveValue(`lena@${mark}`);
      await hands.write(address, `lena-${mark}@example.org`);
      await hands.press(button(page, 'Keep apart'));
      await expect(list.getByText(`lena-${mark}@example.org`)).toBeVisible();
    });

    await test.step('is told before they join a circle that one is in, and nobody else is', async () => {
      await page.goto(link);
      await expect(page.getByText(WARNING)).toBeVisible();
      await expect(page.getByRole('button', { name: /^Join/ })).toBeVisible();
      await expectToFitAPhone(page);
      for (const path of [second, `${second}/people`, first, '/']) {
        await host.goto(path);
        await expect(host.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(host.getByText('keep-apart')).toHaveCount(0);
      }
    });

    await test.step('takes them off, thinks better of it, and takes them off', async () => {
      await page.goto('/account/apart');
      await hands.press(button(page, `Take off: ${name}`));
      await expect(list.getByText(name)).toHaveCount(0);
      await hands.press(button(page, 'Undo'));
      await expect(list.getByText(name)).toBeVisible();
      await hands.press(button(page, `Take off: ${name}`));
      await expect(list.getByText(name)).toHaveCount(0);
      await page.goto(link);
      await expect(page.getByRole('button', { name: /^Join/ })).toBeVisible();
      await expect(page.getByText(WARNING)).toHaveCount(0);
    });
  },
);
