import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import {
  join,
  makeJoinLink,
  plainPage,
  startCircle,
  startReading,
} from '#tests/journeys/support/circle.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

glance('a season ends', async ({ page, hands, signInAs, javaScript }) => {
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `Season ${randomUUID().slice(0, 8)}` });
  const link = await makeJoinLink(host, circle);
  await signInAs('member');
  await join(page, link);
  await startReading(host, circle);

  await test.step('the host ends the reading, and says what they took from it', async () => {
    await host.getByRole('link', { name: 'End it' }).click();
    await host.getByRole('button', { name: 'End it today' }).click();
    await expect(host).toHaveURL(/\/wrap$/);
    await host.getByLabel('What did you take from it?').fill('Small batches are a kindness.');
    await host.getByRole('button', { name: 'Share it with the circle' }).click();
    await expect(host.getByText('Saved. The circle can read it.')).toBeVisible();
  });
  const wrap = new URL(host.url()).pathname;

  await test.step('a member is asked on the circle’s page, and reads it', async () => {
    await page.goto(circle);
    await hands.press(page.getByRole('link', { name: 'Write and answer' }));
    await expect(page.getByText('Small batches are a kindness.')).toBeVisible();
    if (javaScript) await expectAccessible(page);
  });

  await test.step('writes theirs, takes it back and brings it back', async () => {
    await page.getByLabel('What did you take from it?').fill('I stopped counting tickets.');
    await hands.press(page.getByRole('button', { name: 'Share it with the circle' }));
    await expect(page.getByText('I stopped counting tickets.')).toBeVisible();
    await hands.press(page.getByRole('button', { name: 'Take back' }));
    await hands.press(page.getByRole('button', { name: 'Bring it back' }));
    await expect(page.getByRole('heading', { name: 'You', exact: true })).toBeVisible();
  });

  await test.step('answers, changes the answer, and the host learns nothing', async () => {
    await hands.press(page.getByRole('button', { name: 'I don’t know yet' }));
    await expect(page.getByText('Not knowing counts as no answer.')).toBeVisible();
    await hands.press(page.getByRole('button', { name: 'Not this time' }));
    await expect(page.getByText('You can change it until the list opens.').last()).toBeVisible();
    await host.goto(wrap);
    await expect(host.getByText(/have answered$/)).toHaveCount(0);
    await expect(host.locator('#stay')).not.toContainText('Noor');
  });

  await test.step('the last answer opens the list', async () => {
    await host.getByRole('button', { name: 'I’m in for the next one' }).click();
    await expect(host.getByText('Everyone has answered, so the list is open.')).toBeVisible();
    await expect(host.locator('#stay li')).toHaveCount(1);
    await page.goto(wrap);
    await expect(page.getByText('Only you see this.')).toBeVisible();
    await hands.press(page.getByRole('button', { name: 'I’d like to stay after all' }));
    await expect(page.locator('#stay li')).toHaveCount(2);
    if (javaScript) await expectAccessible(page);
  });
});
