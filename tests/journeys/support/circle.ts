import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { LocalTime } from './clock-changes.ts';
import type { Part } from './parts.ts';

/**
 * Circles of a journey's own, so that journeys do not meet. Bringing one about is no journey: its
 * pages may be without scripts, and in any browser.
 */

/** Sends the form of a page by its main button. */
export async function send(page: Page, path: string, fill?: () => Promise<void>): Promise<void> {
  await page.goto(path);
  await fill?.();
  await page.locator('main .btn-primary, main .btn-danger').first().click();
}

interface CircleGiven {
  name: string;
  seats?: number;
  listed?: boolean;
}

/** @returns the circle's path */
export async function startCircle(host: Page, { name, seats, listed }: CircleGiven) {
  await send(host, '/circles/new', async () => {
    await host.getByLabel('Name', { exact: true }).fill(name);
    if (seats) await host.getByLabel('Seats').fill(String(seats));
    if (listed) await host.getByRole('radio', { name: 'Listed' }).check({ force: true });
  });
  await expect(host.getByText('Your circle is there.')).toBeVisible();
  return new URL(host.url()).pathname;
}

/** @returns the link with which people join as members */
export async function makeJoinLink(host: Page, circle: string): Promise<string> {
  await host.goto(`${circle}/invitations`);
  await host.getByRole('button', { name: 'Make a link' }).click();
  return host.getByLabel('For whoever should join as a member').inputValue();
}

/** @returns the link of an invitation for a facilitator, whose address is new */
export async function inviteFacilitator(host: Page, circle: string, email: string) {
  await send(host, `${circle}/invitations`, async () => {
    await host.getByLabel('Their email').fill(email);
    await host.getByRole('radio', { name: 'Facilitator' }).check({ force: true });
  });
  return host.getByLabel('Or send them this link yourself').inputValue();
}

export type SignInAs = (part: Part, browser: BrowserContext) => Promise<void>;

/** A page without scripts, signed in as that part. */
export async function plainPage(page: Page, signInAs: SignInAs, part: Part): Promise<Page> {
  const context = await page.context().browser()?.newContext({
    baseURL: process.env.JOURNEY_URL,
    javaScriptEnabled: false,
  });
  if (!context) throw new Error('The page has no browser.');
  await signInAs(part, context);
  return context.newPage();
}

/** Somebody signed in takes a seat. */
export async function join(page: Page, link: string): Promise<void> {
  await send(page, link, () => page.getByRole('checkbox').check());
  await expect(page).toHaveURL(/\/circles\//);
}

/** Somebody new takes a seat by the link, or gets into line for one. */
export async function joinAsNewcomer(page: Page, link: string, name: string): Promise<void> {
  await send(page, link, async () => {
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Email').fill(`${name.replaceAll(' ', '-')}@example.org`);
    await page.getByLabel('Password').fill('a lamp left on the stairs');
    await page.getByLabel('Your time zone').selectOption('Asia/Jakarta');
    await page.getByRole('checkbox').check();
  });
  await page.waitForURL(/\/circles\//);
}

/** A book of two chapters, read from today. */
export async function startReading(host: Page, circle: string): Promise<void> {
  await host.goto(`${circle}/reading/books/new`);
  await host.getByLabel('Title', { exact: true }).fill('Accelerate');
  await host.getByLabel('Table of contents').fill('1. Accelerate … 3\n2. Measuring … 11');
  await host.getByRole('button', { name: 'Read the table of contents' }).click();
  await host.getByLabel('Last page').fill('30');
  await host.getByRole('button', { name: 'Save the book' }).click();
  await host.getByRole('button', { name: 'Propose a plan' }).click();
  await host.getByRole('button', { name: 'Start reading' }).click();
  await expect(host.getByText('The reading is planned.')).toBeVisible();
}

/** @returns the choice's path */
export async function openChoice(facilitator: Page, circle: string): Promise<string> {
  await send(facilitator, `${circle}/choosing/new`);
  await expect(facilitator.getByText('No book is proposed yet.')).toBeVisible();
  return new URL(facilitator.url()).pathname;
}

export async function proposeBook(page: Page, choice: string, title: string): Promise<void> {
  await send(page, `${choice}/proposals/new`, () =>
    page.getByLabel('Title', { exact: true }).fill(title),
  );
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

interface SessionGiven extends LocalTime {
  /** where clocks show that time twice */
  which: 'first' | 'second';
}

/** @returns the session's path */
export async function scheduleSession(host: Page, circle: string, given: SessionGiven) {
  await send(host, `${circle}/sessions/new`, async () => {
    await host.getByLabel('Date').fill(given.date);
    await host.getByLabel('Starts').fill(given.time);
  });
  await host.getByRole('radio', { name: `The ${given.which}` }).check({ force: true });
  await host.getByRole('button', { name: 'Schedule and invite' }).click();
  await expect(host.getByText('The session is set.')).toBeVisible();
  return new URL(host.url()).pathname;
}
