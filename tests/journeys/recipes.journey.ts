import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { plainPage, send, startCircle } from '#tests/journeys/support/circle.ts';
import type { Hands } from '#tests/journeys/support/hands.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const PHONE = { width: 360, height: 740 };
/** A whole session from its page, and back on it: more presses would be no recipe. */
const MOST_PRESSES = 2;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const items = (page: Page) => page.locator('main ol').first().getByRole('listitem');

/** The same hands, counting what they press. */
function counting(hands: Hands): { presses: () => number; press: (on: Locator) => Promise<void> } {
  let presses = 0;
  return {
    presses: () => presses,
    press: async (on) => {
      presses += 1;
      await hands.press(on);
    },
  };
}

/** @returns its path */
async function sessionOf75(plain: Page, circle: string): Promise<string> {
  await send(plain, `${circle}/sessions/new`, async () => {
    await plain.getByLabel('Date').fill(`${new Date().getUTCFullYear() + 1}-10-06`);
    await plain.getByLabel('Starts').fill('18:30');
    await plain.getByLabel('Length').selectOption('75');
  });
  await expect(plain.getByText('The session is set.')).toBeVisible();
  return new URL(plain.url()).pathname;
}

journey(
  'a facilitator puts a 75-minute agenda together on a phone',
  async ({ page, hands, signInAs }) => {
    const plain = await plainPage(page, signInAs, 'host');
    const circle = await startCircle(plain, { name: `In an hour ${randomUUID().slice(0, 8)}` });
    const session = await sessionOf75(plain, circle);
    await plain.context().close();
    await signInAs('host');
    await page.setViewportSize(PHONE);
    await page.goto(session);
    const thumb = counting(hands);

    await test.step('chooses one, sees it fitted to the session, and puts it on', async () => {
      await thumb.press(page.getByRole('link', { name: 'Use a recipe' }));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Use a recipe');
      await expect(page.getByText(/of 75 minutes, with the time to move/).first()).toBeVisible();
      await thumb.press(button(page, 'Put it on: Learning to ask'));
      await expect(page).toHaveURL((url) => url.pathname === session);
      await expect(page.getByText('It is on the agenda.')).toBeVisible();
      await expect(
        page.getByText('What became of it').or(page.getByText('The days in between')),
      ).toBeVisible();
      expect(thumb.presses()).toBe(MOST_PRESSES);
    });

    await test.step('changes it as any agenda', async () => {
      await hands.press(page.getByRole('link', { name: 'Change the agenda' }));
      await hands.press(button(page, /^Remove .*no you did not say/));
      await hands.press(button(page, 'Save'));
      await expect(page).toHaveURL((url) => url.pathname === session);
      await expect(items(page)).toHaveCount(3);
    });

    await test.step('takes off what is left of it', async () => {
      await hands.press(page.getByRole('link', { name: 'Use a recipe' }));
      await hands.press(button(page, 'Take it off again: Learning to ask'));
      await expect(page.getByText('Nothing on it yet.')).toBeVisible();
    });

    await test.step('and by the button beside what was just done', async () => {
      await hands.press(page.getByRole('link', { name: 'Use a recipe' }));
      await hands.press(button(page, 'Put it on: First meeting'));
      await hands.press(button(page, 'Take it off again'));
      await expect(page.getByText('Nothing on it yet.')).toBeVisible();
    });
  },
);
