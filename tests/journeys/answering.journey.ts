import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { chooseToAsk } from '#tests/journeys/support/asking.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

// The mail is looked for in one outbox.
test.describe.configure({ mode: 'serial' });

journey('an ask is answered from its mail and from its page, and taken up', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  const way = `${javaScript ? 'with' : 'without'} ${Date.now() % 100_000}`;
  const title = `Who hands over a rota, ${way}?`;
  const [{ page: host }, { page: admin }] = [await another('host'), await another('admin')];
  const { page: rui } = await another('facilitator');
  await signInAs('member');
  const circle = await startCircle(host, { name: `Answers ${way}` });
  const joining = await makeJoinLink(host, circle);
  await join(page, joining);
  await join(rui, joining);

  await test.step('Noor asks Rui alone', async () => {
    await send(page, `/asks/new?circle=${circle.split('/').pop()}`, async () => {
      await page.getByLabel('In one line').fill(title);
    });
    await chooseToAsk(given, /^Rui /);
    await page.getByRole('button', { name: 'See how it reads there' }).click();
    await page.getByRole('button', { name: /^Send it/ }).click();
    await expect(page.getByText('Sent. You will hear of every answer.')).toBeVisible();
  });

  const links = await test.step('he gets it by mail, with three ways to answer', async () => {
    const message = admin.getByRole('link', {
      name: new RegExp(`asks you: ${title.slice(0, -1)}`),
    });
    await expect(async () => {
      await admin.goto('/site/outbox');
      await expect(message.first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await message.first().click();
    const ways = admin.getByRole('main').locator('a[href*="/answer/"]');
    await expect(ways).toHaveCount(3);
    return ways.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  });

  await test.step('“not now” from the mail, without signing in', async () => {
    const { page: stranger, hands: his } = await another();
    await stranger.setViewportSize({ width: 360, height: 800 });
    await stranger.goto(links[1] ?? '');
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectToFitAPhone(stranger);
    if (javaScript) await expectAccessible(stranger);
    await his.press(stranger.getByRole('button', { name: 'Say not now' }));
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  });

  await test.step('on its page he says that he can help after all', async () => {
    const { page: his, hands: ruis } = await another('facilitator');
    await page.goto('/asks');
    const path = await page.getByRole('link', { name: title }).first().getAttribute('href');
    await his.setViewportSize({ width: 360, height: 800 });
    await his.goto((path ?? '').replace('/edit', ''));
    await expect(his.getByText('You said: not now, ask me after')).toBeVisible();
    await expectToFitAPhone(his);
    await ruis.press(his.getByRole('link', { name: 'I can help after all' }));
    await ruis.write(his.getByLabel('A time I faced this'), 'I handed one over in May.');
    await ruis.press(his.getByRole('button', { name: 'I can help' }));
    await expect(his.getByText('You said that you can help.')).toBeVisible();
    if (javaScript) await expectAccessible(his);
  });

  await test.step('Noor takes it up', async () => {
    await page.goto('/asks');
    await hands.press(page.getByRole('link', { name: title }).first());
    await expect(page.getByText('Rui Tavares can help')).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    await hands.press(page.getByRole('button', { name: /^Take it up with/ }));
    await expect(page).toHaveURL(/\/conversations\/\d+$/);
  });

  await test.step('and ends it, so that he has room for another', async () => {
    await hands.press(page.getByRole('link', { name: 'End it here' }));
    await hands.press(page.getByRole('button', { name: 'End it here' }));
    await expect(page.getByText('It is over.')).toBeVisible();
  });
});
