import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { ask, sayNotNow } from '#tests/journeys/support/asks.ts';
import { join, makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { endConversation } from '#tests/journeys/support/conversation.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const PHONE = { width: 360, height: 740 };

journey('an ask is found, answered from board and home, and taken up', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  const mark = randomUUID().slice(0, 8);
  const look = async (at: Page) => {
    await expectToFitAPhone(at);
    if (javaScript) await expectAccessible(at);
  };
  const [{ page: host }, { page: rui, hands: ruis }] = [
    await another('host'),
    await another('facilitator'),
  ];
  await signInAs('member');
  await page.setViewportSize(PHONE);
  await rui.setViewportSize(PHONE);
  const name = `Board ${mark}`;
  const circle = await startCircle(host, { name });
  const board = `${circle}/asks`;
  const joining = await makeJoinLink(host, circle);
  await join(page, joining);

  await test.step('nobody asks yet: its host opens the board', async () => {
    await page.goto(board);
    await expect(page.getByText('Nobody is asking at the moment.')).toBeVisible();
    await look(page);
    await host.goto(board);
    await host.getByRole('link', { name: 'Open the board with' }).click();
    await host.getByLabel('What I was told').fill(`You listen until you have an answer ${mark}.`);
    await host.getByLabel('What I’ll do').fill('Hold my pen with both hands.');
    await host.getByRole('button', { name: 'Open the board with it' }).click();
    await expect(host.getByText(`You listen until you have an answer ${mark}.`)).toBeVisible();
    await expect(host).not.toHaveURL(/\/new/);
    await page.goto(board);
    await expect(page.getByText(`You listen until you have an answer ${mark}.`)).toBeVisible();
  });

  const [title, second] = [`Who reads my page ${mark}?`, `Who hears me practise ${mark}?`];
  const from = `?circle=${circle.split('/').pop()}`;
  await ask(page, { from, title, body: 'In **thirty minutes**.', within: 9, to: { circle: name } });
  const asked = await ask(page, { from, title: second, to: { circle: name } });

  await test.step('a newcomer finds it on home, without being told of it', async () => {
    await join(rui, joining);
    await rui.goto('/');
    await expect(rui.getByRole('link', { name: title })).toBeVisible();
    await look(rui);
    await ruis.press(rui.getByRole('link', { name: second }));
    await expect(rui.getByRole('heading', { level: 1, name: second })).toBeVisible();
    await look(rui);
    await ruis.press(rui.getByRole('link', { name: 'I can help' }));
    await expect(rui).toHaveURL(/\/offer$/);
    await ruis.write(rui.getByLabel('A time I faced this'), 'Mine said no, and I was glad.');
    await ruis.press(rui.getByRole('button', { name: 'I can help' }));
    await expect(rui.getByText('You said that you can help.')).toBeVisible();
  });

  await test.step('and answers another from the board, by way of the circle', async () => {
    await rui.goto(circle);
    await ruis.press(rui.getByRole('navigation').getByRole('link', { name: 'Asks' }).first());
    await expect(rui.getByRole('heading', { name: 'Who could use a hand?' })).toBeVisible();
    await expect(rui.locator('.ask', { hasText: second })).toContainText('You offered.');
    await look(rui);
    await ruis.press(rui.getByRole('link', { name: `I can help: ${title}` }));
    await expect(rui).toHaveURL(/\/offer$/);
    await ruis.write(rui.getByLabel('A time I faced this'), 'I withdrew a rule after nine weeks.');
    await ruis.press(rui.getByRole('button', { name: 'I can help' }));
    await expect(rui.getByText('You said that you can help.')).toBeVisible();
  });

  await test.step('its asker sees both on the board, new once', async () => {
    await sayNotNow(host, asked, 40);
    await page.goto(board);
    const mine = page.locator('.ask', { hasText: title });
    await expect(mine.getByText('Rui Tavares can help')).toBeVisible();
    await expect(mine.getByText('New', { exact: true })).toBeVisible();
    await look(page);
    await page.reload();
    await expect(mine.getByText('Rui Tavares can help')).toBeVisible();
    await expect(mine.getByText('New', { exact: true })).toHaveCount(0);
  });

  await test.step('is reminded of a “not now”, thanks for one offer, and takes up the other', async () => {
    const other = page.locator('.ask', { hasText: second });
    await hands.press(other.getByRole('button', { name: 'Remind me on that day' }));
    await expect(page.getByRole('button', { name: 'Don’t remind me' })).toBeVisible();
    await page.goto(board);
    await hands.press(other.getByRole('button', { name: 'Thank Rui Tavares, not this time' }));
    await expect(page.getByText('You thanked them: not this time.')).toBeVisible();
    await look(page);
    await page.goto(board);
    const mine = page.locator('.ask', { hasText: title });
    await hands.press(mine.getByRole('button', { name: 'Take it up with Rui Tavares' }));
    await expect(page).toHaveURL(/\/conversations\/\d+$/);
    await endConversation(page, new URL(page.url()).pathname);
    await page.goto(board);
    await expect(page.getByRole('link', { name: title })).toHaveCount(0);
    await expect(page.getByRole('link', { name: second })).toBeVisible();
  });

  await test.step('the second is closed, and opened again', async () => {
    await page.goto('/asks');
    const row = page.locator('.row', { hasText: second });
    await hands.press(row.getByRole('link', { name: 'Close it' }));
    await hands.press(page.getByRole('button', { name: 'I no longer need it' }));
    await hands.press(page.getByRole('button', { name: `Open “${second}” again` }));
    await expect(page.getByText('Open again. Its days begin anew.')).toBeVisible();
  });
});
