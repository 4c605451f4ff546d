import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { joinAsNewcomer, makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { askSomebody, beginConversation } from '#tests/journeys/support/conversation.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

journey('two talk, set a meeting, show it to somebody, and one blocks the other', async (given) => {
  const { page: noor, hands, another, javaScript } = given;
  const mark = randomUUID().slice(0, 6);
  const [{ page: host }, { page: rui, hands: ruis }] = [
    await another('facilitator'),
    await another(),
  ];
  const title = `Where does my page blame the team, ${mark}?`;
  const circle = await startCircle(host, { name: `Two by two ${mark}` });
  const link = await makeJoinLink(host, circle);
  await joinAsNewcomer(noor, link, `Noor ${mark}`);
  await joinAsNewcomer(rui, link, `Rui ${mark}`);
  const ask = await askSomebody(noor, circle, `Rui ${mark}`, title);
  const path = await beginConversation(noor, rui, ask);
  const looksWell = async (page: Page) => {
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
  };

  await test.step('one writes, and the other finds it in their inbox and answers', async () => {
    await hands.write(
      noor.getByLabel(`To Rui ${mark}`, { exact: true }),
      'The lead of the *slow* team.',
    );
    await hands.press(noor.getByRole('button', { name: 'Send', exact: true }));
    await expect(noor.getByText('The lead of the slow team.')).toBeVisible();
    await rui.goto('/conversations');
    await looksWell(rui);
    await ruis.press(rui.getByRole('link', { name: title }));
    await expect(rui.getByText('Only the two of you.')).toBeVisible();
    await expect(rui.getByText('The lead of the slow team.')).toBeVisible();
    const body = rui.getByLabel(`To Noor ${mark}`, { exact: true });
    const wrote = `> **Noor ${mark}** wrote:\n>\n> `;
    if (javaScript) {
      await rui.getByText('slow', { exact: true }).selectText();
      await ruis.press(rui.getByRole('button', { name: 'Quote', exact: true }));
      await expect(body).toHaveValue(`${wrote}slow\n\n`);
      await expect(body).toBeFocused();
    } else {
      await ruis.press(rui.getByRole('link', { name: 'Reply' }));
      await expect(body).toHaveValue(`${wrote}The lead of the *slow* team.\n\n`);
    }
    await ruis.write(body, `${await body.inputValue()}Then send it when it is bad.`);
    await ruis.press(rui.getByRole('button', { name: 'Send', exact: true }));
    await expect(rui.locator('.note blockquote')).toContainText('slow');
    await expect(rui.getByText('Then send it when it is bad.')).toBeVisible();
    await looksWell(rui);
  });

  await test.step('a note is mended, taken back and brought back', async () => {
    await hands.press(noor.getByRole('link', { name: 'Edit', exact: true }));
    await hands.write(noor.getByLabel('Your note'), 'The lead of the late team.');
    await looksWell(noor);
    await hands.press(noor.getByRole('button', { name: 'Save the note' }));
    await expect(noor.getByText('The lead of the late team.')).toBeVisible();
    await hands.press(noor.getByRole('link', { name: 'edited' }));
    await expect(noor.getByText('The lead of the slow team.')).toBeVisible();
    await looksWell(noor);
    await noor.goto(path);
    await hands.press(noor.getByRole('button', { name: 'Take back' }));
    await expect(noor.getByText('You took this note back.')).toBeVisible();
    await hands.press(noor.locator('[id^="note-"]').getByRole('button', { name: 'Bring it back' }));
    await expect(noor.getByText('The lead of the late team.')).toBeVisible();
  });

  await test.step('they set a time, which keeps what was typed until it is one', async () => {
    await hands.press(noor.getByRole('link', { name: 'Set a time to talk' }));
    await hands.date(noor.getByLabel('Date'), '2020-12-03');
    await hands.time(noor.getByLabel('Starts'), '13:00');
    await hands.write(noor.getByLabel('Where'), `https://meet.example.org/${mark}`);
    await hands.press(noor.getByRole('button', { name: 'Set it' }));
    await expect(noor.locator('[aria-invalid=true]').first()).toBeVisible();
    await expect(noor.getByLabel('Where')).toHaveValue(`https://meet.example.org/${mark}`);
    await looksWell(noor);
    const day = new Date(Date.now() + 6 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await hands.date(noor.getByLabel('Date'), day);
    await hands.press(noor.getByRole('button', { name: 'Set it' }));
    await expect(noor.getByText('You talk', { exact: true })).toBeVisible();
    await rui.goto(path);
    await expect(rui.getByRole('link', { name: `meet.example.org/${mark}` })).toBeVisible();
    await expect(rui.getByRole('link', { name: 'Add to calendar' })).toBeVisible();
    await looksWell(rui);
  });

  await test.step('a step of the script at a time', async () => {
    await ruis.press(rui.getByRole('link', { name: 'Show it large' }));
    await ruis.press(rui.getByRole('link', { name: /^Next: / }));
    await expect(rui.getByText('You speak')).toBeVisible();
    await looksWell(rui);
    await ruis.press(rui.getByRole('link', { name: title }));
    await expect(rui).toHaveURL(new RegExp(`${path}$`));
  });

  await test.step('something isn’t right: shown to one person, who reads what was ticked', async () => {
    await hands.press(noor.getByRole('link', { name: 'Something isn’t right' }));
    await looksWell(noor);
    await hands.press(noor.getByRole('link', { name: 'Show it to somebody' }));
    const who = noor.getByLabel('Who reads it');
    const first = (await who.locator('option').nth(1).textContent()) ?? '';
    await hands.select(who, first);
    await hands.write(noor.getByLabel('What isn’t right'), `It reads as a debt, ${mark}.`);
    await hands.tick(noor.getByRole('checkbox', { name: new RegExp(`^Rui ${mark}`) }));
    await looksWell(noor);
    await hands.press(noor.getByRole('button', { name: 'Hand it over' }));
    await expect(noor.getByText(`It reads as a debt, ${mark}.`)).toBeVisible();
    await looksWell(noor);
    await host.goto(new URL(noor.url()).pathname);
    await expect(host.getByText('Then send it when it is bad.')).toBeVisible();
    await expect(host.getByText('The lead of the late team.')).toHaveCount(0);
    await looksWell(host);
    const refused = await host.goto(path);
    expect(refused?.status()).toBe(404);
  });

  await test.step('blocked, the other finds nothing of it any more', async () => {
    await noor.goto(`${path}/trouble`);
    await hands.press(noor.getByRole('link', { name: `Block Rui ${mark}` }));
    await looksWell(noor);
    await hands.press(noor.getByRole('button', { name: 'Block', exact: true }));
    await expect(noor.getByText(`You blocked Rui ${mark}`)).toBeVisible();
    await expect(noor.getByText('Then send it when it is bad.')).toBeVisible();
    expect((await rui.goto(path))?.status()).toBe(404);
    await rui.goto('/conversations');
    await expect(rui.getByText('No conversation yet.')).toBeVisible();
    await rui.goto('/inbox');
    await expect(rui.getByText(title)).toHaveCount(0);
  });
});
