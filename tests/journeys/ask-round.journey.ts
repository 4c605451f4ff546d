import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { makeJoinLink, startCircle } from '#tests/journeys/support/circle.ts';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import type { Hands } from '#tests/journeys/support/hands.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

test.use({ viewport: { width: 360, height: 740 } });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A session that is about to begin. @returns its path */
async function sessionNow(host: Page, circle: string): Promise<string> {
  await host.goto(`${circle}/sessions/new`);
  const zone = (await host.locator('input[name=zone]').inputValue()) || 'UTC';
  const soon = Temporal.Now.zonedDateTimeISO(zone).add({ minutes: 10 });
  await host.getByLabel('Date').fill(soon.toPlainDate().toString());
  await host.getByLabel('Starts').fill(soon.toPlainTime().toString().slice(0, 5));
  await button(host, 'Schedule and invite').click();
  await expect(host.getByText('The session is set.')).toBeVisible();
  return new URL(host.url()).pathname;
}

/** Somebody of the journey's own: nobody else takes up their time. */
async function joinAs(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(`${name.replace(' ', '-').toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill('a lamp left on the stairs');
  await page.getByLabel('Your time zone').selectOption('Europe/Lisbon');
  await page.getByRole('checkbox').check();
  await page.locator('main .btn-primary').first().click();
  await expect(page.getByRole('link', { name: /^Inbox/ })).toBeVisible();
}

interface Sitting {
  page: Page;
  hands: Hands;
}

/** Writes what somebody brings, on the page of the session. */
async function bring({ page, hands }: Sitting, session: string, title: string) {
  await page.goto(session);
  await hands.press(page.getByRole('link', { name: 'Write yours' }));
  await hands.write(page.getByLabel('In one line'), title);
  await hands.write(page.getByLabel('Tell it'), 'Half an hour of your eyes would do.');
  await hands.press(button(page, 'Keep it for the round'));
  await expect(page.getByText('Kept. Nobody reads it before the round.')).toBeVisible();
}

journey('we all ask, on three phones', async ({ page, hands, signInAs, another, javaScript }) => {
  test.slow();
  await signInAs('host');
  const host = { page, hands };
  const mark = randomUUID().slice(0, 8);
  const circle = await startCircle(page, { name: `All ask ${mark}` });
  const link = await makeJoinLink(page, circle);
  const [dewi, marta] = [await another(), await another()];
  await joinAs(dewi.page, link, `Dewi ${mark}`);
  await joinAs(marta.page, link, `Marta ${mark}`);
  const session = await sessionNow(page, circle);
  /** With scripts a page shows what happened elsewhere by itself. */
  const look = async ({ page: theirs }: Sitting, shown: () => Promise<void>) => {
    if (javaScript) return withinTheDocument(theirs, shown);
    await theirs.goto(`${session}/asks`);
    await shown();
  };

  await test.step('whoever runs the session sets it', async () => {
    await hands.press(page.getByRole('link', { name: 'Everybody asks this time' }));
    await hands.press(button(page, /^We all ask/));
    await expect(page.getByText('None is written yet; nobody reads them before.')).toBeVisible();
    await expectToFitAPhone(page);
  });

  await test.step('each writes one, and nobody reads it before', async () => {
    await bring(dewi, session, 'Who would read my first page?');
    await bring(marta, session, 'Who has a rota for the nights?');
    await page.goto(`${session}/asks`);
    await expect(page.getByText('Two of three are written')).toBeVisible();
    await expect(page.getByText('Who has a rota')).toHaveCount(0);
    await hands.press(button(page, 'Pass this time'));
    await expect(page.getByText('You pass this time', { exact: true })).toBeVisible();
  });

  await test.step('they are read round, and help is offered on the spot', async () => {
    await hands.press(button(page, 'Open the round'));
    await expect(heading(page)).toHaveText('Who would read my first page?');
    await marta.page.goto(`${session}/asks`);
    await expectToFitAPhone(marta.page);
    if (javaScript) await expectAccessible(marta.page);
    await dewi.page.goto(`${session}/asks`);
    await marta.hands.press(button(marta.page, 'I can help'));
    await expect(marta.page.getByText('You said you can help.')).toBeVisible();
    await look(dewi, async () => {
      await expect(button(dewi.page, /^Take it up with/)).toBeVisible();
    });
    await dewi.hands.press(button(dewi.page, /^Take it up with/));
    await expect(dewi.page.getByText(`Marta ${mark} helps Dewi ${mark}.`)).toBeVisible();
    await host.hands.press(button(page, /^Go on/));
    await expect(heading(page)).toHaveText('Who has a rota for the nights?');
    await look(marta, async () => {
      await expect(heading(marta.page)).toHaveText('Who has a rota for the nights?');
    });
  });

  await test.step('who passed can still ask, and is last', async () => {
    await hands.press(page.getByRole('link', { name: 'Add yours: it is read last' }));
    await hands.write(page.getByLabel('In one line'), 'Who tells me when I talk too long?');
    await hands.press(button(page, 'Bring it into the round'));
    await expect(button(page, /^Go on: /)).toBeVisible();
    await hands.press(button(page, /^Go on: /));
    await expect(heading(page)).toHaveText('Who tells me when I talk too long?');
  });

  await test.step('the session keeps who helps whom', async () => {
    await hands.press(button(page, 'Close the round'));
    await expect(heading(page)).toHaveText('Who helps whom');
    await expect(page.getByRole('link', { name: 'Who has a rota for the nights?' })).toBeVisible();
    await marta.page.goto(session);
    await expect(marta.page.getByRole('heading', { name: 'Who helps whom' })).toBeVisible();
    await expect(marta.page.getByText(`Marta ${mark} helps Dewi ${mark}`)).toBeVisible();
    await expectToFitAPhone(marta.page);
  });
});
