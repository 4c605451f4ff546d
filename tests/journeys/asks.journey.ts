import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { chooseToAsk } from '#tests/journeys/support/asking.ts';
import type { Hands } from '#tests/journeys/support/hands.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';
const PHONE = { width: 360, height: 740 };

const line = (page: Page) => page.getByLabel('In one line');
const told = (page: Page) => page.getByLabel('Tell it');

/** A thread whose first note quotes the book. */
async function passage(page: Page, hands: Hands, mark: string): Promise<void> {
  await page.goto(`${threads}/new`);
  await hands.write(page.getByLabel('What is it about?'), `A model ${mark}`);
  await hands.write(page.getByLabel('Your note'), 'I wrote such a rule in spring.');
  await hands.press(page.getByText('Quote the book'));
  await hands.write(page.getByLabel('The passage'), `Everything we think is a model ${mark}.`);
  await hands.write(page.getByLabel('Page', { exact: true }), '86');
  await hands.press(page.getByRole('button', { name: 'Start the thread' }));
  await expect(page.getByRole('heading', { level: 1, name: `A model ${mark}` })).toBeVisible();
}

journey('from a passage in a note to a sent ask', async (travel) => {
  const { page, hands, signInAs, another, javaScript } = travel;
  const mark = randomUUID().slice(0, 8);
  const title = `Where does my page still blame them ${mark}?`;
  await page.setViewportSize(PHONE);
  await signInAs('member');
  await passage(page, hands, mark);

  await test.step('a draft that cites it', async () => {
    await hands.press(page.locator('.passage').getByRole('link', { name: 'Ask about this' }));
    await expect(page.getByRole('heading', { name: 'What would help?' })).toBeVisible();
    await expect(page.getByText(`Everything we think is a model ${mark}.`)).toBeVisible();
    await hands.write(line(page), title);
    await hands.write(told(page), 'Would you **read** my page, and tell me in thirty minutes?');
    await hands.press(page.getByRole('button', { name: 'Keep it and read it over' }));
    await page.waitForURL(/\/asks\/\d+\/edit$/);
  });

  await test.step('is read over, and rehearsed', async () => {
    await expect(page.getByText('What would it cost you if nothing changed?')).toBeVisible();
    await expect(page.getByText('“read”, then “tell me”.')).toBeVisible();
    await chooseToAsk(travel, /^Ines Soto/);
    await hands.press(page.getByRole('button', { name: 'See how it reads there' }));
    await expect(page.getByRole('heading', { name: 'As Ines Soto will read it' })).toBeVisible();
    await expect(page.locator('.ask-read strong')).toHaveText('read');
    if (javaScript) await expectAccessible(page);
  });

  await test.step('goes to the one person it named', async () => {
    await hands.press(page.getByRole('button', { name: 'Send it to Ines Soto' }));
    await expect(page.getByText('Sent. You will hear of every answer.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('.row', { hasText: 'Ines Soto' })).toContainText(
      /Asked (just now|\d minutes? ago)/,
    );
    const ines = await another('host');
    await ines.page.goto('/asks');
    await expect(ines.page.getByRole('link', { name: title })).toBeVisible();
    const rui = await another('facilitator');
    await rui.page.goto('/asks');
    await expect(rui.page.getByRole('link', { name: title })).toHaveCount(0);
  });

  await test.step('and is closed, and opened again', async () => {
    await page.goto('/asks');
    const row = page.locator('.row', { hasText: title });
    await hands.press(row.getByRole('link', { name: 'Close it' }));
    await hands.press(page.getByRole('button', { name: 'I no longer need it' }));
    await hands.press(page.getByRole('button', { name: `Open “${title}” again` }));
    await expect(page.getByText('Open again. Its days begin anew.')).toBeVisible();
  });
});

/** A draft of the member's. */
async function draft(page: Page, title: string): Promise<void> {
  await page.goto('/asks/new');
  await line(page).fill(title);
  await page.getByRole('button', { name: 'Keep it and read it over' }).click();
  await page.waitForURL(/\/asks\/\d+\/edit$/);
  await expect(line(page)).toHaveValue(title);
}

const keptAMomentAgo = (page: Page) => page.getByText('Kept a moment ago.');

test('a draft is kept as it is typed, and its checks follow', async ({ page, signInAs }) => {
  await signInAs('member');
  await draft(page, `By itself ${randomUUID().slice(0, 8)}`);
  await expect(page.getByText('“thirty minutes”')).toHaveCount(0);
  await told(page).fill('It takes thirty minutes, because I promised it.');
  await expect(keptAMomentAgo(page)).toBeVisible();
  await expect(page.getByText('“thirty minutes”')).toBeVisible();
  await expect(page.locator('.ask-read .prose')).toContainText('thirty minutes');
  await page.reload();
  await expect(told(page)).toHaveValue('It takes thirty minutes, because I promised it.');
});

test('two tabs: the older one is told, and nothing is lost', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('member');
  await draft(page, `Two tabs ${randomUUID().slice(0, 8)}`);
  const other = await context.newPage();
  await other.goto(page.url());
  await told(other).fill('From the newer tab.');
  await expect(keptAMomentAgo(other)).toBeVisible();
  await told(page).fill('From the older tab.');
  await expect(page.getByText('This was changed in another tab or elsewhere.')).toBeVisible();
  await expect(told(page)).toHaveValue('From the older tab.');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What is saved now' })).toBeVisible();
  await expect(page.getByText('From the newer tab.').first()).toBeVisible();
  await expect(told(page)).toHaveValue('From the older tab.');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(page.getByText('Kept. Nobody else has read it.')).toBeVisible();
  await page.reload();
  await expect(told(page)).toHaveValue('From the older tab.');
});

test('without a connection what was typed is kept', async ({ page, context, signInAs }) => {
  await signInAs('member');
  await draft(page, `Offline ${randomUUID().slice(0, 8)}`);
  await context.setOffline(true);
  await told(page).fill('Typed in a tunnel.');
  await expect(page.getByText('The connection is lost.')).toBeVisible();
  const address = page.url();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(told(again)).toHaveValue('Typed in a tunnel.');
  const onTheServer = async () => (await context.request.get(address)).text();
  await expect.poll(onTheServer).toContain('Typed in a tunnel.');
});
