import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { ask, tellWhat } from './asks.ts';
import {
  join,
  joinAsNewcomer,
  makeJoinLink,
  openChoice,
  proposeBook,
  send,
  startCircle,
  startReading,
} from './circle.ts';
import type { Part } from './parts.ts';
import { type StagedAsks, stageAsks } from './stage-asks.ts';
import { stagePolls } from './stage-polls.ts';
import { type StagedTalk, stageTalk } from './stage-talk.ts';

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
export type CookiesOf = (part: Part) => Promise<Cookies>;

/** Somebody new in line for a seat, whose address is not confirmed. */
export interface Staged {
  newcomer: Cookies;
  /** links into a circle with a seat free, and into one without */
  joinLinks: { free: string; full: string };
  /** an import that was not used wholly: its page, of the facilitator */
  shelfImport: string;
  /** a session at which everybody asks: its page of asks, of the host */
  round: string;
  /** a poll that is answered, and a series: each a path, of the host */
  poll: string;
  series: string;
  asks: StagedAsks;
  /** what the member and somebody new say to each other */
  talk: StagedTalk;
  /** where to begin, beyond the home page, to find what was staged */
  paths: Record<'admin' | 'host' | 'facilitator' | 'member' | 'newcomer', string[]>;
}

/**
 * Brings about what the demo community leaves out, so that every page has something to show: a full
 * circle with a line, a request, open invitations, an ended reading, a chosen book, a note taken
 * back, one edited, a circle at rest, a picture, a deactivated account, mail.
 */
export async function stage(browser: Browser, cookiesOf: CookiesOf): Promise<Staged> {
  const mark = randomUUID().slice(0, 8);
  const contexts: BrowserContext[] = [];
  const pageOf = async (part?: Part) => {
    const context = await browser.newContext({
      baseURL: process.env.JOURNEY_URL,
      javaScriptEnabled: false,
    });
    contexts.push(context);
    if (part) await context.addCookies(await cookiesOf(part));
    return context.newPage();
  };
  const [host, member, facilitator, admin] = [
    await pageOf('host'),
    await pageOf('member'),
    await pageOf('facilitator'),
    await pageOf('admin'),
  ];
  const circle = await startCircle(host, {
    name: `Every page ${mark}`,
    seats: 3,
    listed: true,
  });
  const joinLink = await makeJoinLink(host, circle);
  await askForSeat(admin, circle);
  await join(member, joinLink);
  await join(facilitator, joinLink);
  const [dewi, marta] = [await pageOf(), await pageOf()];
  await joinAsNewcomer(dewi, joinLink, `Dewi ${mark}`);
  await joinAsNewcomer(marta, joinLink, `Marta ${mark}`);
  await expect(dewi).toHaveURL(/\/seat$/);
  const invitation = await invite(host, '/circles/tuesday-leads', 'judit@marea.example');
  const restoration = await takeBackNote(host, circle);
  const edited = await editNote(host, circle);
  const reopening = await endReading(host, circle);
  await chooseBook(host, circle);
  const round = await setRound(host, circle);
  const plain = await setSession(host, circle, 34);
  const series = await beginSeries(host, circle, 40);
  const ended = await beginSeries(host, circle, 70);
  await send(host, `${ended}/ending`);
  const polls = await stagePolls(host, circle);
  await tellWhat(host, `${circle}/told/new`, 'You answer before they end.', 'Wait for the end.');
  const [told = ''] = await host
    .locator(`a[href*="/told/"]:not([href$="/new"])`)
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')?.match(/.*\/told\/\d+/)?.[0] ?? ''),
    );
  await send(host, `${told}/deletion`);

  await send(host, '/asks/new', () => host.getByLabel('In one line').fill('What am I not asking?'));
  const asks = await stageAsks(host, member, facilitator);
  const talk = await stageTalk({ host, member, helper: await pageOf() }, mark);

  await endSeason(admin, member, mark);

  const resting = await startCircle(facilitator, { name: `At rest ${mark}` });
  await send(facilitator, `${resting}/archiving`);
  await send(facilitator, '/account/picture', () =>
    facilitator
      .getByLabel('A picture of you')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PIXEL }),
  );

  const shelf = await importShelf(facilitator);
  await beginWeek(member);

  const dewis = await personPage(admin, `Dewi ${mark}`);
  await send(admin, `${dewis}/admin-grant`);
  const martas = await personPage(admin, `Marta ${mark}`);
  await send(admin, `${martas}/deactivation`);
  await mailArrives(admin);

  const newcomer = await dewi.context().cookies();
  for (const context of contexts) await context.close();
  return {
    newcomer,
    joinLinks: { free: invitation, full: joinLink },
    ...{ round, series, poll: polls.poll, asks, talk },
    shelfImport: shelf.shelfImport,
    paths: {
      admin: [dewis, martas, `${circle}/about`, '/giving/question'],
      host: [
        circle,
        edited,
        reopening,
        restoration,
        round,
        series,
        `${ended}/resuming`,
        `${plain}/close`,
        `${plain}/asks/setting`,
        `${told}/restoration`,
        polls.poll,
        polls.reopening,
        '/asks',
      ],
      facilitator: [shelf.takenOff, `${resting}/reopening`, '/account/picture/removal'],
      member: [
        ...[talk.open, talk.ended, talk.report, talk.meetingRestoration],
        `${circle}/asks/outcomes`,
      ],
      newcomer: [`${circle}/seat`],
    },
  };
}

/** Has somebody think of one person this week; a second time there is one already. */
async function beginWeek(page: Page): Promise<void> {
  for (const name of ['Ask me every week', 'Think of one person now']) {
    await page.goto('/week');
    const button = page.getByRole('button', { name });
    if (await button.isVisible()) await button.click();
  }
}

async function askForSeat(page: Page, circle: string): Promise<void> {
  await send(page, `${circle}/about`, async () => {
    await page.getByLabel('A word to the host').fill('I keep this site running. May I?');
    await page.getByRole('checkbox').check();
  });
}

async function invite(host: Page, circle: string, email: string): Promise<string> {
  await send(host, `${circle}/invitations`, () => host.getByLabel('Their email').fill(email));
  return host.getByLabel('Or send them this link yourself').inputValue();
}

/** @returns where it could be brought back */
async function takeBackNote(host: Page, circle: string): Promise<string> {
  await send(host, `${circle}/threads/new`, async () => {
    await host.getByLabel('What is it about?').fill('Said too soon');
    await host.getByLabel('Your note').fill('I take this back.');
  });
  await host.getByRole('button', { name: 'Take back' }).click();
  await expect(host.getByText('You took this note back.')).toBeVisible();
  const form = host.locator('form[action$="/restoration"]').first();
  return (await form.getAttribute('action')) ?? circle;
}

/** @returns its thread */
async function editNote(host: Page, circle: string): Promise<string> {
  await send(host, `${circle}/threads/new`, async () => {
    await host.getByLabel('What is it about?').fill('Said twice');
    await host.getByLabel('Your note').fill('As I said it first.');
  });
  await host.getByRole('link', { name: 'Edit', exact: true }).click();
  await host.getByLabel('Your note').fill('As I meant it.');
  await host.getByRole('button', { name: 'Save the note' }).click();
  await expect(host.getByText('As I meant it.')).toBeVisible();
  return new URL(host.url()).pathname;
}

/** @returns where it could be taken up again: only the notice that follows posts there */
async function endReading(host: Page, circle: string): Promise<string> {
  await startReading(host, circle);
  await host.getByRole('link', { name: 'End it' }).click();
  await host.waitForURL(/\/ending$/);
  const reading = new URL(host.url()).pathname.replace(/\/ending$/, '');
  await host.getByRole('button', { name: 'End it today' }).click();
  await expect(host.getByText('The reading has ended.')).toBeVisible();
  return `${reading}/reopening`;
}

/** Somebody who asked for something in a season of their circle, and offered nothing. */
async function endSeason(page: Page, member: Page, mark: string): Promise<void> {
  const name = `A season ${mark}`;
  const circle = await startCircle(page, { name });
  await join(member, await makeJoinLink(page, circle));
  await ask(page, {
    from: `?circle=${circle.split('/').at(-1)}`,
    title: 'How do you leave a meeting early?',
    body: 'Mine overrun by a quarter of an hour. What do you say, and when?',
    to: { circle: name },
  });
  await endReading(page, circle);
}

/** Closed, so that another choice can be opened, and its winner is not a reading yet. */
async function chooseBook(host: Page, circle: string): Promise<void> {
  const choice = await openChoice(host, circle);
  await proposeBook(host, choice, 'Peopleware');
  await send(host, `${choice}/ballot`, () =>
    host.getByLabel('Place of Peopleware').selectOption('1st').then(),
  );
  await host.goto(`${choice}/closing`);
  await host.getByRole('button', { name: 'Close and count' }).click();
  await expect(host.getByRole('heading', { name: 'Peopleware', level: 1 })).toBeVisible();
}

/** @returns the path of a session so many days from now */
async function setSession(host: Page, circle: string, days: number): Promise<string> {
  await send(host, `${circle}/sessions/new`, async () => {
    const soon = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await host.getByLabel('Date').fill(soon.toISOString().slice(0, 10));
    await host.getByLabel('Starts').fill('18:30');
  });
  await expect(host.getByText('The session is set.')).toBeVisible();
  return new URL(host.url()).pathname;
}

/** @returns the path of a series whose first session is so many days from now */
async function beginSeries(host: Page, circle: string, days: number): Promise<string> {
  await send(host, `${circle}/series/new`, async () => {
    const soon = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await host.getByLabel('First one').fill(soon.toISOString().slice(0, 10));
    await host.getByLabel('Starts').fill('12:30');
  });
  await expect(host.getByText('The sessions are set.')).toBeVisible();
  return new URL(host.url()).pathname;
}

/** @returns the round of a session to come */
async function setRound(host: Page, circle: string): Promise<string> {
  const session = await setSession(host, circle, 20);
  await send(host, `${session}/asks/setting`);
  await expect(host.getByText('None is written yet')).toBeVisible();
  return `${session}/asks`;
}

async function personPage(admin: Page, name: string): Promise<string> {
  await admin.goto(`/site/people?q=${encodeURIComponent(name)}`);
  await admin.getByRole('link', { name }).click();
  return new URL(admin.url()).pathname;
}

async function mailArrives(admin: Page): Promise<void> {
  await expect(async () => {
    await admin.goto('/site/outbox');
    await expect(admin.locator('main .rows a').first()).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 30_000 });
}

/** Imports a few books and takes one off again, so that it could be put back. */
async function importShelf(page: Page): Promise<{ shelfImport: string; takenOff: string }> {
  await page.goto('/shelf/imports/new');
  await page.getByLabel('The CSV file').setInputFiles({
    name: 'goodreads_library_export.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(EXPORT),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/imports\/\d+$/);
  const shelfImport = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { name: 'Your import is done' })).toBeVisible({
    timeout: 30_000,
  });
  await page.goto('/shelf?search=Ursula');
  await page.getByRole('link', { name: 'The Dispossessed' }).click();
  await page.waitForURL(/\/books\/\d+$/);
  const book = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Take it off my shelf' }).click();
  return { shelfImport, takenOff: `${book}/return` };
}

const EXPORT = `Book Id,Title,Author,ISBN,ISBN13,Number of Pages,Date Read,Date Added,Exclusive Shelf
1,The Dispossessed,Ursula K. Le Guin,"=""0061054887""","=""9780061054884""",387,2024/02/11,2024/01/02,read
2,"Working Backwards: Insights, Stories, and Secrets from Inside Amazon",Colin Bryar,,"=""9781250267597""",304,,2024/03/02,to-read
3,The Unaccountability Machine,Dan Davies,,"=""9781788169547""",304,yesterday,2024/05/20,read
4,Peopleware,Tom DeMarco,,"=""9780932633439""",245,,2023/09/14,abandoned
5,,Somebody,,,,,2023/09/14,read
6,Invisible Women,Caroline Criado Pérez,,"=""9781784741723""",411,2023/10/03,2023/09/14,read
`;
