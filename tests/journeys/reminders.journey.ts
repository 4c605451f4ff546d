import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, test } from '#tests/support/journey.ts';

glance('a circle trims its reminders, and its member what is left of them', async (given) => {
  const { page: noor, hands, signInAs, another, javaScript } = given;
  const { page: host } = await another('host');
  await signInAs('member');
  const name = `Reminded ${javaScript ? 'with scripts' : 'without'}`;
  const circle = await startCircle(host, { name });
  await join(noor, await makeJoinLink(host, circle));
  const mine = noor.getByRole('group', { name: `Reminders of ${name}` });
  const on = mine.locator('[aria-pressed=true]');

  await test.step('whoever runs the circle says which come', async () => {
    await host.goto(`${circle}/sessions`);
    await host.getByRole('link', { name: 'When everybody is reminded' }).click();
    await expectToFitAPhone(host);
    await send(host, `${circle}/reminders`, async () => {
      await host.getByLabel('Two weeks before').uncheck();
    });
    await expect(host.getByText('Saved. The next reminders go by it.')).toBeVisible();
    await expect(host.getByLabel('Two weeks before')).not.toBeChecked();
  });

  await test.step('a member takes one of the others off, and on again', async () => {
    await noor.goto('/account/hearing');
    if (javaScript) await expectAccessible(noor);
    await expect(on).toHaveText(['Two days', 'Two hours']);
    await hands.press(mine.getByRole('button', { name: 'Two hours' }));
    await expect(noor.getByText('That reminder comes to you no more.')).toBeVisible();
    await expect(on).toHaveText(['Two days']);
    await hands.press(mine.getByRole('button', { name: 'Two hours' }));
    await expect(on).toHaveText(['Two days', 'Two hours']);
  });
});
