import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { chooseToAsk } from '#tests/journeys/support/asking.ts';
import { join, makeJoinLink, startCircle, startReading } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

// The mail is looked for in one outbox, and one person helps two at once.
test.describe.configure({ mode: 'serial' });

const PHONE = { width: 360, height: 740 };

journey('from a passage in a note to help, to thanks, and back on it', async (travel) => {
  const { page, hands, signInAs, another, javaScript } = travel;
  const mark = randomUUID().slice(0, 8);
  const quote = `Leaders are multipliers ${mark}`;
  const title = `How do I stop answering first ${mark}?`;
  const { page: ines, hands: inesHands } = await another('host');
  const { page: rui } = await another('facilitator');
  await signInAs('member');
  const circle = await startCircle(ines, { name: `Asking ${mark}` });
  await startReading(ines, circle);
  const joining = await makeJoinLink(ines, circle);
  for (const one of [page, rui]) await join(one, joining);
  for (const one of [page, ines]) await one.setViewportSize(PHONE);

  /** A page on the way: it fits a phone and can be used by everybody. */
  const look = async (at: Page) => {
    await expectToFitAPhone(at);
    if (javaScript) await expectAccessible(at);
  };

  const thread = await test.step('Noor quotes the book in a note', async () => {
    await page.goto(`${circle}/threads/new`);
    await hands.write(page.getByLabel('What is it about?'), `Multipliers ${mark}`);
    await hands.write(page.getByLabel('Your note'), 'I answer before they have asked.');
    await hands.press(page.getByText('Quote the book'));
    await hands.write(page.getByLabel('The passage'), quote);
    await hands.write(page.getByLabel('Page', { exact: true }), '5');
    await hands.press(page.getByRole('button', { name: 'Start the thread' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Multipliers ${mark}`);
    return new URL(page.url()).pathname;
  });

  await test.step('and writes a draft from the passage, read over before it goes', async () => {
    await hands.press(page.locator('.passage').getByRole('link', { name: 'Ask about this' }));
    await expect(page.getByRole('heading', { name: 'What would help?' })).toBeVisible();
    await hands.write(page.getByLabel('In one line'), title);
    await hands.write(
      page.getByLabel('Tell it'),
      'Would you **listen**, and tell me in ten minutes?',
    );
    await hands.press(page.getByRole('button', { name: 'Keep it and read it over' }));
    await page.waitForURL(/\/asks\/\d+\/edit$/);
    await expect(page.getByText(quote).first()).toBeVisible();
    await expect(page.getByText('What would it cost you if nothing changed?')).toBeVisible();
    await expect(page.getByText('“listen”, then “tell me”.')).toBeVisible();
    await chooseToAsk(travel, /^Ines /);
    await hands.press(page.getByRole('button', { name: 'See how it reads there' }));
    await expect(page.getByRole('heading', { name: /^As Ines .* will read it$/ })).toBeVisible();
    await expect(page.locator('.ask-read strong')).toHaveText('listen');
    await look(page);
  });

  await test.step('to one person, and is led to it', async () => {
    await hands.press(page.getByRole('button', { name: /^Send it to Ines / }));
    await expect(page.getByText('Sent. You will hear of every answer.')).toBeVisible();
    await expect(page).toHaveURL(/\/asks\/\d+$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('Not answered yet')).toBeVisible();
    await look(page);
    await rui.goto('/asks');
    await expect(rui.getByRole('link', { name: title })).toHaveCount(0);
  });

  await test.step('who answers from her mail, signed in nowhere: not now', async () => {
    const { page: admin } = await another('admin');
    const { page: stranger, hands: hers } = await another();
    const [canHelp = '', notNow = ''] = await waysToAnswer(admin, mark);
    await stranger.setViewportSize(PHONE);
    await stranger.goto(canHelp);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(stranger.getByText(quote)).toBeVisible();
    await look(stranger);
    await stranger.goto(notNow);
    await look(stranger);
    await hers.press(stranger.getByRole('button', { name: 'Say not now' }));
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  });

  await test.step('and on its page: she can help after all', async () => {
    await ines.goto(new URL(page.url()).pathname);
    await expect(ines.getByText('You said: not now, ask me after')).toBeVisible();
    await inesHands.press(ines.getByRole('link', { name: 'I can help after all' }));
    await inesHands.write(
      ines.getByLabel('A time I faced this'),
      'I *counted* to ten, for a year.',
    );
    await inesHands.press(ines.getByRole('button', { name: 'I can help' }));
    await expect(ines.getByText('You said that you can help.')).toBeVisible();
    await look(ines);
  });

  await test.step('Noor takes it up', async () => {
    await page.reload();
    await expect(page.getByText('I counted to ten, for a year.')).toBeVisible();
    await hands.press(page.getByRole('button', { name: /^Take it up with Ines / }));
    await expect(page).toHaveURL(/\/conversations\/\d+$/);
    await expect(page.getByText('You two can talk now. Nobody else reads it.')).toBeVisible();
    await look(page);
  });

  await test.step('they talk', async () => {
    await hands.write(page.getByLabel(/^To Ines /), 'Thank you. Thursday?');
    await hands.press(page.getByRole('button', { name: 'Send', exact: true }));
    await expect(page.locator('.note', { hasText: 'Thank you. Thursday?' })).toBeVisible();
    await ines.goto('/asks');
    await inesHands.press(ines.getByRole('link', { name: title }).first());
    await expect(ines.locator('.note', { hasText: 'Thank you. Thursday?' })).toBeVisible();
    await inesHands.write(ines.getByLabel(/^To Noor/), 'Gladly. **Bring** the recording.');
    await inesHands.press(ines.getByRole('button', { name: 'Send', exact: true }));
    await expect(ines.locator('.note strong', { hasText: 'Bring' })).toBeVisible();
    await look(ines);
  });

  await test.step('they set a meeting, with its calendar file', async () => {
    await page.reload();
    await expect(page.locator('.note strong', { hasText: 'Bring' })).toBeVisible();
    await hands.press(page.getByRole('link', { name: 'Set a time to talk' }));
    await hands.date(page.getByLabel('Date'), inAWeek());
    await hands.time(page.getByLabel('Starts'), '10:00');
    await hands.write(page.getByLabel('Where'), 'The bench by the canal');
    await look(page);
    await hands.press(page.getByRole('button', { name: 'Set it' }));
    await expect(page.getByText('It is set. You both see it here.')).toBeVisible();
    await look(page);
    await ines.reload();
    const downloading = ines.waitForEvent('download');
    await inesHands.press(ines.getByRole('link', { name: 'Add to calendar' }));
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(file).toContain('BEGIN:VEVENT');
    expect(file).toContain('The bench by the canal');
  });

  await test.step('Ines ends it, and says what came of it', async () => {
    await inesHands.press(ines.getByRole('link', { name: 'End it here' }));
    await inesHands.press(ines.getByRole('button', { name: 'End it here' }));
    await expect(ines.getByText('It is over.')).toBeVisible();
    await inesHands.choose(ines.getByRole('radio', { name: 'Yes' }));
    await inesHands.tick(ines.getByLabel(/may read what came of it$/));
    await expect(ines.getByText(`read the ask’s title, “${title}”`)).toBeVisible();
    await look(ines);
    await inesHands.press(ines.getByRole('button', { name: 'Save' }));
    await expect(ines.getByText('It stays between you unless Noor')).toBeVisible();
    await ines.goto(thread);
    await expect(ines.getByText('This page led to')).toHaveCount(0);
  });

  await test.step('so does Noor, and thanks her', async () => {
    await page.reload();
    await expect(page.getByText(/^Ines .* ended it/)).toBeVisible();
    await hands.press(page.getByRole('link', { name: 'Say what came of it' }));
    await hands.choose(page.getByRole('radio', { name: 'Yes' }));
    await hands.write(page.getByLabel('What did you do?'), `I counted to ten ${mark}.`);
    await hands.tick(page.getByLabel(/may read what came of it$/));
    await hands.press(page.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('You both wish to share it')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Reply' })).toHaveCount(0);
    await hands.press(page.getByRole('link', { name: /^Thank Ines/ }));
    await hands.write(page.getByLabel('What changed?'), 'My people speak first now.');
    await hands.press(page.getByRole('button', { name: 'Send it' }));
    await expect(page.getByText('Your thanks are on their way.')).toBeVisible();
    await look(page);
    await ines.goto('/inbox');
    await expect(ines.getByText(/Noor .*thank/).first()).toBeVisible();
  });

  await test.step('the passage says what it led to', async () => {
    await hands.press(page.getByRole('link', { name: 'where the ask came from' }));
    await expect(page).toHaveURL(new RegExp(thread));
    await ines.goto(thread);
    for (const [at, who] of [
      [page, /You thank Ines /],
      [ines, /Noor .* thanks you/],
    ] as const) {
      const passage = at.locator('.note', { hasText: quote });
      await expect(passage.getByText(/^This page led to/)).toContainText(who);
    }
    await look(page);
    await hands.press(page.getByRole('link', { name: title }));
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText(
      `I counted to ten ${mark}.`,
    );
    await look(page);
  });

  await test.step('their circle reads what came of it, and not the thanks', async () => {
    await rui.goto(`${circle}/asks/outcomes`);
    await expect(rui.getByText(`I counted to ten ${mark}.`)).toBeVisible();
    await expect(rui.getByText('My people speak first now.')).toHaveCount(0);
  });
});

/** The links in the mail that tells of an ask: “I can help”, “Not now”, and the third. */
async function waysToAnswer(admin: Page, mark: string): Promise<string[]> {
  const message = admin.getByRole('link', { name: new RegExp(`asks you: .*${mark}`) }).first();
  await expect(async () => {
    await admin.goto('/site/outbox');
    await expect(message).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await message.click();
  const ways = admin.getByRole('main').locator('a[href*="/answer/"]');
  await expect(ways).toHaveCount(3);
  return ways.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
}

/** @returns 'YYYY-MM-DD' */
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
