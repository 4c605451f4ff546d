import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { join, makeJoinLink, send, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, glance, journey, test } from '#tests/support/journey.ts';

test.use({ viewport: { width: 360, height: 740 } });
test.describe.configure({ mode: 'default' });

const ZONE = 'Europe/Madrid';
const TUESDAY = 2;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const title = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words });

const soon = Temporal.Now.plainDateISO(ZONE).add({ days: 9 });
/** A Tuesday, and those a fortnight apart that follow it. */
const first = soon.add({ days: (7 + TUESDAY - soon.dayOfWeek) % 7 });
const tuesday = (nth: number) => first.add({ weeks: 2 * nth });
/** How a page calls a day at a time on the clocks of a reader in London, an hour behind. */
const words = (day: Temporal.PlainDate, time: string) =>
  `${day.toLocaleString('en-GB', { weekday: 'long' })} ${day.toLocaleString('en-GB', {
    ...{ day: 'numeric', month: 'long' },
    ...(day.year !== Temporal.Now.plainDateISO().year && { year: 'numeric' }),
  })}, ${time}`;
const row = (page: Page, day: Temporal.PlainDate, time: string) =>
  page.getByRole('listitem').filter({ hasText: words(day, time) });

journey('sessions that recur are set, and read on one’s own clock', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  await signInAs('host');
  const { page: noor } = await another('member');
  const circle = await startCircle(page, { name: `Every second ${crypto.randomUUID()}` });
  await join(noor, await makeJoinLink(page, circle));

  await test.step('what cannot be is refused beside its field, with all that was typed', async () => {
    await page.goto(`${circle}/sessions`);
    await hands.press(link(page, 'Set sessions that recur'));
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    await hands.date(page.getByLabel('First one'), first.toString());
    await hands.time(page.getByLabel('Starts'), '17:30');
    await hands.select(page.getByLabel('How often'), 'Every second week');
    await hands.choose(page.getByRole('radio', { name: 'Until a day' }));
    await hands.date(page.getByLabel('The last day'), first.subtract({ days: 1 }).toString());
    await hands.press(button(page, 'Set them and tell everyone'));
    await expect(page.getByLabel('The last day')).toHaveAccessibleDescription(
      /That is before the first one/,
    );
    await expect(page.getByLabel('How often').locator('option:checked')).toHaveText(
      'Every second week',
    );
    await expect(page.getByLabel('Starts')).toHaveValue('17:30');
  });

  await test.step('“every second Tuesday, 17:30” stands, and its sessions with it', async () => {
    await hands.choose(page.getByRole('radio', { name: 'Until someone ends it' }));
    await hands.press(button(page, 'Set them and tell everyone'));
    await expect(page.getByText('The sessions are set.')).toBeVisible();
    await expect(title(page, 'Every second Tuesday, 17:30')).toBeVisible();
    await expect(row(page, first, '17:30')).toBeVisible();
    await expect(row(page, tuesday(3), '17:30')).toBeVisible();
    await expect(page.getByText(words(first.add({ weeks: 1 }), '17:30'))).toHaveCount(0);
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
  });

  await test.step('who is elsewhere reads it on their own clock, and answers one', async () => {
    await noor.goto(new URL(page.url()).pathname);
    await expect(title(noor, 'Every second Tuesday, 17:30 (Madrid)')).toBeVisible();
    await expect(row(noor, first, '16:30')).toContainText('Will you come?');
    await row(noor, first, '16:30').getByRole('link').click();
    await button(noor, 'I’m coming').click();
    await expect(noor.getByText('You’re coming.')).toBeVisible();
    await page.reload();
    await expect(row(page, first, '17:30')).toContainText('1 person said yes');
    await expect(row(page, tuesday(1), '17:30')).not.toContainText('said yes');
  });
});

glance('one is moved, one skipped, the following moved; it ends and goes on', async (given) => {
  const { page, hands, signInAs, another, javaScript } = given;
  await signInAs('host');
  const { page: noor } = await another('member');
  const circle = await startCircle(page, { name: `Moving on ${crypto.randomUUID()}` });
  await join(noor, await makeJoinLink(page, circle));
  await send(page, `${circle}/series/new`, async () => {
    await page.getByLabel('First one').fill(first.toString());
    await page.getByLabel('Starts').fill('17:30');
    await page.getByLabel('How often').selectOption({ label: 'Every second week' });
  });
  await expect(page.getByText('The sessions are set.')).toBeVisible();
  const series = new URL(page.url()).pathname;
  const open = async (day: Temporal.PlainDate) => {
    await page.goto(series);
    await hands.press(row(page, day, '17:30').getByRole('link').first());
  };

  await test.step('one is moved by itself', async () => {
    await open(tuesday(1));
    await hands.press(link(page, 'Change or move it'));
    await hands.time(page.getByLabel('Starts'), '19:00');
    await hands.press(button(page, 'Save'));
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.goto(series);
    await expect(row(page, tuesday(1), '19:00')).toContainText('changed by itself');
  });

  await test.step('one is skipped, held after all, and skipped', async () => {
    const skip = () => button(page, new RegExp(`^Skip .*\\b${tuesday(2).day} `));
    await hands.press(skip());
    await expect(page.getByText('That day is skipped.')).toBeVisible();
    await expect(row(page, tuesday(2), '17:30').locator('s')).toBeVisible();
    await hands.press(button(page, 'Hold it after all'));
    await expect(page.getByText('The session takes place.')).toBeVisible();
    await page.goto(series);
    await hands.press(skip());
    await expect(page.getByText('That day is skipped.')).toBeVisible();
    await noor.goto(series);
    await expect(row(noor, tuesday(2), '16:30')).toContainText('Skipped this time.');
  });

  await test.step('one and those that follow move to another day, as a series of their own', async () => {
    await open(tuesday(3));
    await hands.press(link(page, 'Change it and the following'));
    await expect(page.getByRole('radio', { name: 'This one and the following' })).toBeChecked();
    await expectToFitAPhone(page);
    if (javaScript) await expectAccessible(page);
    await hands.date(page.getByLabel('From'), tuesday(3).add({ days: 2 }).toString());
    const tick = (day: string) => page.getByRole('checkbox', { name: day });
    await tick('Tuesday').uncheck();
    await tick('Thursday').check();
    await hands.press(button(page, 'Save and tell everyone'));
    await expect(title(page, 'Every second Thursday, 17:30')).toBeVisible();
    await expect(row(page, tuesday(3).add({ days: 2 }), '17:30')).toBeVisible();
    await hands.press(link(page, 'a series before it'));
    await expect(title(page, 'Every second Tuesday, 17:30')).toBeVisible();
    await expect(row(page, first, '17:30')).toBeVisible();
    await expect(page.getByText(words(tuesday(3), '17:30'))).toHaveCount(0);
    await hands.press(link(page, 'Another series'));
    await expect(title(page, 'Every second Thursday, 17:30')).toBeVisible();
  });

  await test.step('it ends with a word, and goes on with what was answered', async () => {
    const thursdays = new URL(page.url()).pathname;
    const thursday = tuesday(3).add({ days: 2 });
    await noor.goto(thursdays);
    await row(noor, thursday, '16:30').getByRole('link').click();
    await button(noor, 'I’m coming').click();
    await expect(noor.getByText('You’re coming.')).toBeVisible();
    await hands.press(link(page, 'End the series'));
    await hands.write(page.getByLabel('Why'), 'The book is read.');
    await hands.press(button(page, 'End the series'));
    await expect(page.getByText('The series has ended.')).toBeVisible();
    await noor.goto(thursdays);
    await expect(noor.getByText(/^It ended on/)).toBeVisible();
    await expect(noor.getByText('No session of it is to come.')).toBeVisible();
    await page.goto(thursdays);
    await hands.press(link(page, 'Go on with it'));
    await hands.press(button(page, 'Go on with it'));
    await expect(page.getByText('It goes on.')).toBeVisible();
    await expect(row(page, thursday, '17:30')).toContainText('1 person said yes');
  });
});
