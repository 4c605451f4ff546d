import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { makeJoinLink, openChoice, send, startCircle } from './circle.ts';
import type { Cookies, CookiesOf } from './stage.ts';

/** A word as German makes them: no space, no hyphen. */
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte';
const LONG_TITLE = `${LONG_WORD}${'rbeamtengesellschaft'.repeat(6)}`.slice(0, 180);
const LONG_ADDRESS = `https://example.org/${'a-path-nobody-shortens/'.repeat(9)}?q=${'x'.repeat(90)}`;

/** The longest and oddest of what members type, whichever field it is for. */
const NOTE = `${'w'.repeat(300)}

${LONG_ADDRESS}

| ${Array.from({ length: 9 }, (_, at) => `Column${at}`).join(' | ')} |
| ${'- | '.repeat(9)}
| ${`${'unbroken'.repeat(4)} | `.repeat(9)}

- one
  - two
    - three
      - four
        - five, with ${'depth'.repeat(20)}

\`\`\`
${'a_line_of_code_that_goes_on(and, on); '.repeat(6)}
\`\`\`

\`${'inline_code'.repeat(12)}\`

> ${'quoted'.repeat(30)}

# ${LONG_WORD}

שלום לכולם, קראתי את Thinking in Systems (פרק 3).

- פריט ראשון
- second`;

const PEOPLE = [LONG_WORD, 'נועה בן־דוד (אברהמי)', 'Q', '李雷明', '👩🏽‍🚀🏳️‍🌈 Mo'];

export interface Awkward {
  /** paths: the circle of these people, and what to look at beside its pages */
  circle: string;
  joinLink: string;
  /** the cookies of the one whose name is longest */
  longest: Cookies;
}

/** A circle of people whose names, titles and notes are as long or as odd as they may be. */
export async function stageAwkward(browser: Browser, cookiesOf: CookiesOf): Promise<Awkward> {
  const pageOf = async (cookies: Cookies = []) => {
    const context = await browser.newContext({
      baseURL: process.env.JOURNEY_URL,
      javaScriptEnabled: false,
    });
    await context.addCookies(cookies);
    return context.newPage();
  };
  const host = await pageOf(await cookiesOf('host'));
  const circle = await startCircle(host, { name: LONG_WORD, seats: 12, listed: true });
  const joinLink = await makeJoinLink(host, circle);
  const pages: Page[] = [];
  for (const name of PEOPLE) {
    const page = await pageOf();
    pages.push(page);
    await joinAs(page, joinLink, name);
  }
  const [longest, hebrew] = pages;
  if (!longest || !hebrew) throw new Error('Nobody joined.');
  await describeThemselves(longest);
  await planLongBook(host, circle);
  for (const page of [longest, hebrew]) await startThread(page, circle);
  await scheduleLong(host, circle);
  await proposeLong(host, circle);
  await shelveLong(longest);
  const cookies = await longest.context().cookies();
  for (const page of [host, ...pages]) await page.context().close();
  return { circle, joinLink, longest: cookies };
}

async function joinAs(page: Page, link: string, name: string): Promise<void> {
  await send(page, link, async () => {
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Email').fill(`${'long-'.repeat(8)}${randomUUID()}@example.org`);
    await page.getByLabel('Password').fill('a lamp left on the stairs');
    await page.getByLabel('Your time zone').selectOption('Asia/Jakarta');
    await page.getByRole('checkbox').check();
  });
  await page.waitForURL(/\/circles\//);
}

async function describeThemselves(page: Page): Promise<void> {
  await send(page, '/account', async () => {
    await page.getByLabel('What you do').fill(`${LONG_WORD} ${LONG_WORD}`.slice(0, 100));
    await page.getByLabel('Company').fill(LONG_WORD);
    await page.getByLabel(/^Ask me about/).fill('askme'.repeat(30));
  });
}

async function planLongBook(host: Page, circle: string): Promise<void> {
  await host.goto(`${circle}/reading/books/new`);
  await host.getByLabel('Title', { exact: true }).fill(LONG_TITLE);
  await host.getByLabel('Subtitle').fill(LONG_TITLE);
  await host.getByLabel('Author').fill(LONG_TITLE);
  await host
    .getByLabel('Table of contents')
    .fill(`1. ${LONG_TITLE} … 3\n2. פרק ארוך (מאוד) … 11\n3. ${LONG_TITLE} … 20`);
  await host.getByRole('button', { name: 'Read the table of contents' }).click();
  await host.getByLabel('Last page').fill('30');
  await host.getByRole('button', { name: 'Save the book' }).click();
  await host.getByRole('button', { name: 'Propose a plan' }).click();
  await host.getByRole('button', { name: 'Start reading' }).click();
  await host.getByText('The reading is planned.').waitFor();
}

async function startThread(page: Page, circle: string): Promise<void> {
  await send(page, `${circle}/threads/new`, async () => {
    await page.getByLabel('What is it about?').fill(LONG_TITLE);
    await page.getByLabel('Your note').fill(NOTE);
    await page.getByText('Quote the book').click();
    await page.getByLabel('The passage').fill('passage'.repeat(40));
  });
  await page.locator('.note').waitFor();
}

async function scheduleLong(host: Page, circle: string): Promise<void> {
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await send(host, `${circle}/sessions/new`, async () => {
    await host.getByLabel('What it is about').fill(LONG_TITLE.slice(0, 120));
    await host.getByLabel('Where').fill(LONG_ADDRESS.slice(0, 200));
    await host.getByLabel('Date').fill(day);
    await host.getByLabel('Starts').fill('18:00');
  });
  await host.getByText('The session is set.').waitFor();
}

async function proposeLong(host: Page, circle: string): Promise<void> {
  const choice = await openChoice(host, circle);
  await send(host, `${choice}/proposals/new`, async () => {
    await host.getByLabel('Title', { exact: true }).fill(LONG_TITLE);
    await host.getByLabel('Author').fill(LONG_TITLE);
    await host.getByLabel('Why this one').fill('because'.repeat(40));
  });
  await host.waitForURL(/\/choosing\/\d+$/);
}

async function shelveLong(page: Page): Promise<void> {
  await send(page, '/shelf/books/new', async () => {
    await page.getByLabel('Title', { exact: true }).fill(LONG_TITLE);
    await page.getByLabel('Author').fill(LONG_TITLE);
  });
  await page.waitForURL(/\/shelf/);
}
