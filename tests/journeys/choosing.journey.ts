import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import {
  join,
  makeJoinLink,
  openChoice,
  plainPage,
  proposeBook,
  send,
  startCircle,
} from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

/** A circle of a host, a member and a facilitator. @returns its path */
async function circleOfThree(host: Page, member: Page, facilitator: Page): Promise<string> {
  const name = `Choosers ${randomUUID().slice(0, 8)}`;
  const circle = await startCircle(host, { name, seats: 4 });
  const link = await makeJoinLink(host, circle);
  for (const page of [member, facilitator]) await join(page, link);
  return circle;
}

const placeOf = (page: Page, title: string) => page.getByLabel(`Place of ${title}`);
const titles = (page: Page) => page.locator('.ballot .font-serif').allTextContents();

glance('a circle chooses its next book and reads it', async (travel) => {
  const { page, hands, signInAs, another, javaScript } = travel;
  await signInAs('host');
  const [member, rui] = [await another('member'), await plainPage(page, signInAs, 'facilitator')];
  const circle = await circleOfThree(page, member.page, rui);

  await test.step('the host opens a choice', async () => {
    await page.goto(`${circle}/reading`);
    await hands.press(page.getByRole('link', { name: 'Choose the next book' }));
    await hands.press(page.getByRole('link', { name: 'Open a choice' }));
    await hands.press(page.getByRole('button', { name: 'Open it' }));
    await expect(page.getByText('It is open, and everyone can propose a book.')).toBeVisible();
  });
  const choice = new URL(page.url()).pathname;

  await test.step('each proposes a book', async () => {
    await hands.press(page.getByRole('link', { name: 'Propose a book' }));
    await hands.write(page.getByLabel('Title', { exact: true }), 'Accelerate');
    await hands.write(page.getByLabel('Why this one'), 'Numbers to disagree about.');
    await hands.press(page.getByRole('button', { name: 'Propose it' }));
    await expect(page.getByText('Numbers to disagree about.')).toBeVisible();
    await proposeBook(member.page, choice, 'Peopleware');
    await proposeBook(rui, choice, 'Team Topologies');
  });

  await test.step('a member ranks, and hears of two of one place', async () => {
    await member.page.goto(`${choice}/ballot`);
    await member.hands.select(placeOf(member.page, 'Peopleware'), '1st');
    if (!javaScript) {
      await member.hands.select(placeOf(member.page, 'Accelerate'), '1st');
      await member.hands.press(member.page.getByRole('button', { name: 'Keep my ranking' }));
      await expect(member.page.getByText('Two books are first.')).toHaveCount(2);
      await member.hands.select(placeOf(member.page, 'Accelerate'), 'Not ranked');
    }
    await member.hands.press(member.page.getByRole('button', { name: 'Keep my ranking' }));
    await expect(member.page.getByText('Your ranking is kept.')).toBeVisible();
  });

  await test.step('the host ranks with the buttons', async () => {
    await page.goto(`${choice}/ballot`);
    await hands.press(page.getByRole('button', { name: 'Move up Peopleware' }));
    await expect(placeOf(page, 'Peopleware')).toHaveValue('1');
    await hands.press(page.getByRole('button', { name: 'Move up Accelerate' }));
    await hands.press(page.getByRole('button', { name: 'Move up Accelerate' }));
    await expect(placeOf(page, 'Accelerate')).toHaveValue('1');
    expect(await titles(page)).toEqual(['Accelerate', 'Peopleware', 'Team Topologies']);
    if (javaScript) await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: 'Keep my ranking' }));
    await expect(page.getByText('Two of three have ranked.')).toBeVisible();
  });

  await test.step('another ranks without scripts, and the host hears that everyone has', async () => {
    await send(rui, `${choice}/ballot`, async () => {
      await placeOf(rui, 'Team Topologies').selectOption('1st');
      await placeOf(rui, 'Peopleware').selectOption('2nd');
    });
    await page.goto(choice);
    await hands.press(page.getByRole('link', { name: 'Close it now' }));
    await hands.press(page.getByRole('button', { name: 'Close and count' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Peopleware' })).toBeVisible();
  });

  await test.step('everyone sees how it was counted', async () => {
    await member.page.goto(choice);
    await expect(
      member.page.getByText('Accelerate, Peopleware and Team Topologies are level.'),
    ).toBeVisible();
    await expect(
      member.page.getByText('Peopleware has two of three votes: more than half.'),
    ).toBeVisible();
    if (javaScript) await expectAccessible(member.page);
    await expectToFitAPhone(member.page);
  });

  await test.step('the host makes it the reading, and pastes what is in it', async () => {
    await hands.press(page.getByRole('button', { name: 'Make it the next reading' }));
    await expect(page.getByText('The reading is set.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Peopleware' })).toBeVisible();
    await page.goto(`${circle}/reading`);
    await expect(page.getByRole('link', { name: 'Enter its chapters' })).toBeVisible();
  });
});

test('a book is dragged to its place, and moved by keyboard', async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs('host');
  const plain = await browser.newContext({
    baseURL: process.env.JOURNEY_URL,
    javaScriptEnabled: false,
  });
  await signInAs('host', plain);
  const host = await plain.newPage();
  const circle = await startCircle(host, { name: `Draggers ${randomUUID().slice(0, 8)}` });
  const choice = await openChoice(host, circle);
  for (const title of ['Accelerate', 'Peopleware', 'Team Topologies']) {
    await proposeBook(host, choice, title);
  }
  await plain.close();
  await page.goto(`${choice}/ballot`);
  const grips = page.locator('.ballot-grip');
  const drag = async (from: number, to: number, beyond: number) => {
    const [start, end] = [await grips.nth(from).boundingBox(), await grips.nth(to).boundingBox()];
    if (!start || !end) throw new Error('the grips are drawn');
    await page.mouse.move(start.x + 10, start.y + 20);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, end.y + 20 + beyond, { steps: 5 });
    await page.mouse.up();
  };
  await drag(2, 0, -15);
  await expect(placeOf(page, 'Team Topologies')).toHaveValue('1');
  await drag(2, 0, 15);
  expect(await titles(page)).toEqual(['Team Topologies', 'Peopleware', 'Accelerate']);
  await expect(placeOf(page, 'Peopleware')).toHaveValue('2');
  await expect(placeOf(page, 'Accelerate')).toHaveValue('');
  // Below a book that is not ranked it is not ranked either.
  await drag(0, 2, 15);
  await expect(placeOf(page, 'Team Topologies')).toHaveValue('');
  await expect(placeOf(page, 'Peopleware')).toHaveValue('1');
  // And by keyboard, where the focus stays with the book.
  await page.getByRole('button', { name: 'Move up Accelerate' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(placeOf(page, 'Accelerate')).toHaveValue('1');
  await page.getByRole('button', { name: 'Keep my ranking' }).click();
  await expect(page.getByText('Your 1st')).toBeVisible();
});
