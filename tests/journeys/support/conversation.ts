import { expect, type Page } from '@playwright/test';
import { send } from './circle.ts';

/** Asks one person for help, by their name; who asks is in that circle. @returns the ask's path */
export async function askSomebody(asker: Page, circle: string, whom: string, title: string) {
  await send(asker, `/asks/new?circle=${circle.split('/').pop()}`, async () => {
    await asker.getByLabel('In one line').fill(title);
    await asker.getByLabel('Tell it').fill('I wrote it on Monday. Would you read it this week?');
  });
  await asker.waitForURL(/\/edit$/);
  await asker.locator('input[name=to][value=person]').check({ force: true });
  const radio = asker.getByRole('radio', { name: new RegExp(`^${whom}`) });
  if (!(await radio.isVisible())) {
    await asker.getByText('Somebody else', { exact: true }).click();
  }
  await radio.check({ force: true });
  await asker.getByRole('button', { name: 'See how it reads there' }).click();
  await asker.getByRole('button', { name: /^Send it/ }).click();
  await expect(asker.getByText('Sent. You will hear of every answer.')).toBeVisible();
  return new URL(asker.url()).pathname;
}

/** An ask that was answered and taken up. @returns the conversation's path */
export async function beginConversation(asker: Page, helper: Page, ask: string): Promise<string> {
  await send(helper, `${ask}/offer`);
  await expect(helper.getByText('You said that you can help.')).toBeVisible();
  await asker.goto(ask);
  await asker.getByRole('button', { name: /^Take it up with/ }).click();
  await asker.waitForURL(/\/conversations\/\d+$/);
  return new URL(asker.url()).pathname;
}

/** Writes a note to the other. */
export async function say(page: Page, conversation: string, words: string): Promise<void> {
  await page.goto(conversation);
  await page.getByLabel(/^To /).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(words.split('\n', 1)[0] ?? words).first()).toBeVisible();
}

/** Sets a meeting that many days from now. */
export async function setMeeting(page: Page, conversation: string, days: number): Promise<void> {
  await send(page, `${conversation}/meetings/new`, async () => {
    const day = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await page.getByLabel('Date').fill(day.toISOString().slice(0, 10));
    await page.getByLabel('Starts').fill('13:00');
    await page.getByLabel('Where').fill('https://meet.example.org/noor-rui');
  });
  await page.waitForURL(conversation);
  await expect(page.getByText('You talk', { exact: true })).toBeVisible();
}

/** Ends it. Its page of what came of it is there from then on. */
export async function endConversation(page: Page, conversation: string): Promise<void> {
  await send(page, `${conversation}/ending`);
  await page.waitForURL(`${conversation}/outcome`);
}
