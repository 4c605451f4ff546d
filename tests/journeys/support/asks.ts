import { expect, type Page } from '@playwright/test';
import { personToAsk } from './asking.ts';
import { send } from './circle.ts';
import { mouse } from './hands.ts';

/** Asks of a journey's own; the pages may be without scripts. */
interface AskGiven {
  /** where it is begun: a circle, a card, a passage */
  from?: string;
  title: string;
  body?: string;
  /** how many days from now it is needed by */
  within?: number;
  /** a circle by its name, or one person */
  to: { circle: string } | { person: RegExp };
}

/** @returns the ask's path, as its readers have it */
export async function ask(page: Page, { from = '', title, body, within, to }: AskGiven) {
  await send(page, `/asks/new${from}`, async () => {
    await page.getByLabel('In one line').fill(title);
    if (body) await page.getByLabel('Tell it').fill(body);
    if (within) await page.getByLabel('By when').fill(inDays(within));
  });
  await page.waitForURL(/\/edit$/);
  const path = new URL(page.url()).pathname.replace(/\/edit$/, '');
  if ('circle' in to) {
    await page.getByRole('radio', { name: to.circle, exact: true }).check({ force: true });
  } else {
    await page.getByRole('radio', { name: 'One person', exact: true }).check({ force: true });
    const person = await personToAsk({ page, hands: mouse }, to.person);
    await person.check({ force: true });
  }
  await page.getByRole('button', { name: 'See how it reads there' }).click();
  await page.getByRole('button', { name: /^Send it/ }).click();
  await expect(page.getByText('Sent. You will hear of every answer.')).toBeVisible();
  return path;
}

export async function offer(page: Page, asked: string, faced: string): Promise<void> {
  await send(page, `${asked}/offer`, () => page.getByLabel('A time I faced this').fill(faced));
  await expect(page.getByText('You said that you can help.')).toBeVisible();
}

export async function sayNotNow(page: Page, asked: string, days: number): Promise<void> {
  await send(page, `${asked}/not-now`, () => page.getByLabel('Ask me after').fill(inDays(days)));
  await expect(page.getByText('You said: not now')).toBeVisible();
}

/** @returns the path of the conversation of the two */
export async function takeUp(page: Page, asked: string): Promise<string> {
  await page.goto(asked);
  await page.getByRole('button', { name: /^Take it up with/ }).click();
  await page.waitForURL(/\/conversations\/\d+$/);
  return new URL(page.url()).pathname;
}

interface Said {
  asker: Page;
  helper: Page;
  /** of the two, to be read where the ask came from */
  says: string;
  thanks: string;
}

/** Ends a conversation, and both say what came of it. */
export async function sayWhatCame(conversation: string, { asker, helper, says, thanks }: Said) {
  await send(asker, `${conversation}/ending`);
  for (const [page, did] of [
    [asker, says],
    [helper, ''],
  ] as const) {
    await send(page, `${conversation}/outcome`, async () => {
      await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
      await page.getByLabel('What did you do?').fill(did);
      await page.getByLabel(/may read what came of it$/).check();
    });
    await expect(page).toHaveURL(/\/conversations\/\d+$/);
  }
  await send(asker, `${conversation}/thanks`, () => asker.getByLabel('What changed?').fill(thanks));
  await expect(asker).toHaveURL(/\/conversations\/\d+$/);
}

export async function tellWhat(page: Page, at: string, told: string, will: string) {
  await send(page, at, async () => {
    await page.getByLabel('What I was told').fill(told);
    await page.getByLabel('What I’ll do').fill(will);
  });
  await expect(page.getByText(told.slice(0, 30)).first()).toBeVisible();
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
