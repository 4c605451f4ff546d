import type { Page } from '@playwright/test';
import { startCircle } from '#tests/journeys/support/circle.ts';
import { nextClockChanges } from '#tests/journeys/support/clock-changes.ts';
import type { Part } from '#tests/journeys/support/parts.ts';
import type { Staged } from '#tests/journeys/support/stage.ts';

export type ScreenshotPage = {
  /** Names the files. */
  name: string;
  /** newcomer: somebody who waits for a seat in the staged circle */
  as: Part | 'newcomer' | 'visitor';
  /** Where it is, or how to get there. */
  at: string | ((page: Page, staged: Staged) => Promise<unknown>);
};

const CIRCLE = '/circles/tuesday-leads';
/** A card with something to write and something that listeners ask. */
const CARD = '/cards/beginnings/what-stays-here';
/** Listed and full. */
const LISTED = '/circles/the-handover-hour';
const SESSIONS = `${CIRCLE}/sessions`;
const aSession = linked(SESSIONS, /\/sessions\/\d+$/);
/** where the member is two chapters behind */
const OTHER = '/circles/other-side-of-the-desk';

/** What `npm run screenshots` takes: add a line for each page worth looking at. */
export const screenshotPages: ScreenshotPage[] = [
  { name: 'welcome', as: 'visitor', at: '/' },
  { name: 'sign-in', as: 'visitor', at: '/sign-in' },
  { name: 'sign-up', as: 'visitor', at: '/sign-up' },
  { name: 'forgot-password', as: 'visitor', at: '/forgot-password' },
  { name: 'dead-reset', as: 'visitor', at: '/reset-password/x' },
  { name: 'not-found', as: 'visitor', at: '/nowhere' },
  { name: 'join', as: 'visitor', at: (page, { joinLinks }) => page.goto(joinLinks.free) },
  { name: 'join-full', as: 'visitor', at: (page, { joinLinks }) => page.goto(joinLinks.full) },
  { name: 'join-refused', as: 'visitor', at: refusedJoin },
  { name: 'join-dead', as: 'visitor', at: '/join/x' },
  { name: 'home', as: 'member', at: '/' },
  { name: 'inbox', as: 'member', at: '/inbox' },
  { name: 'inbox-empty', as: 'newcomer', at: '/inbox' },
  { name: 'circle', as: 'member', at: CIRCLE },
  { name: 'people', as: 'member', at: `${CIRCLE}/people` },
  { name: 'helping', as: 'member', at: '/account/helping' },
  { name: 'apart', as: 'member', at: '/account/apart' },
  { name: 'block-lifting', as: 'member', at: linked('/account/apart', /\/lifting$/) },
  { name: 'round', as: 'host', at: (page, { round }) => page.goto(round) },
  { name: 'talk-list', as: 'member', at: '/conversations' },
  { name: 'talk-open', as: 'member', at: talk('open') },
  { name: 'talk-begun', as: 'member', at: talk('begun') },
  { name: 'talk-ended', as: 'member', at: talk('ended') },
  { name: 'talk-asked-after', as: 'member', at: talk('askedAfter') },
  { name: 'talk-script', as: 'member', at: talk('open', '/script?step=2') },
  { name: 'talk-ending', as: 'member', at: talk('open', '/ending') },
  { name: 'talk-outcome', as: 'member', at: talk('askedAfter', '/outcome') },
  { name: 'talk-outcome-changed', as: 'member', at: talk('ended', '/outcome') },
  { name: 'talk-thanks', as: 'member', at: talk('open', '/thanks') },
  { name: 'talk-thanked', as: 'member', at: talk('ended', '/thanks') },
  { name: 'talk-thanks-removal', as: 'member', at: talk('ended', '/thanks/removal') },
  { name: 'talk-trouble', as: 'member', at: talk('open', '/trouble') },
  { name: 'talk-block', as: 'member', at: talk('open', '/blocking') },
  { name: 'talk-report', as: 'member', at: talk('open', '/report') },
  { name: 'talk-reported', as: 'member', at: (page, staged) => page.goto(staged.talk.report) },
  { name: 'talk-reported-to', as: 'host', at: (page, staged) => page.goto(staged.talk.report) },
  { name: 'talk-meeting', as: 'member', at: talk('begun', '/meetings/new') },
  { name: 'talk-meeting-edit', as: 'member', at: linkedInTalk(/\/meetings\/\d+\/edit$/) },
  { name: 'talk-meeting-off', as: 'member', at: linkedInTalk(/\/calling-off$/) },
  {
    name: 'talk-meeting-restoration',
    as: 'member',
    at: (page, { talk }) => page.goto(talk.meetingRestoration),
  },
  { name: 'talk-note-edit', as: 'member', at: linkedInTalk(/\/notes\/\d+\/edit$/) },
  { name: 'talk-note-history', as: 'member', at: linkedInTalk(/\/history$/) },
  { name: 'hearing', as: 'member', at: '/account/hearing' },
  { name: 'week', as: 'member', at: '/week' },
  { name: 'week-one', as: 'member', at: linked('/week', /\/week\/\d+$/) },
  { name: 'week-empty', as: 'newcomer', at: '/week' },
  { name: 'giving', as: 'member', at: '/giving' },
  { name: 'giving-question', as: 'admin', at: '/giving/question' },
  { name: 'round-setting', as: 'host', at: (page, { paths }) => page.goto(paths.host[5] ?? '') },
  { name: 'ask-board', as: 'member', at: `${CIRCLE}/asks` },
  { name: 'ask-board-empty', as: 'facilitator', at: inStagedCircle('/asks') },
  { name: 'ask-board-opens', as: 'host', at: inStagedCircle('/asks') },
  { name: 'ask-outcomes', as: 'member', at: `${CIRCLE}/asks/outcomes` },
  { name: 'ask-outcomes-empty', as: 'host', at: inStagedCircle('/asks/outcomes') },
  { name: 'ask-told', as: 'member', at: `${CIRCLE}/told` },
  { name: 'ask-told-one', as: 'facilitator', at: linked(`${CIRCLE}/told`, /\/told\/\d+$/) },
  { name: 'ask-told-empty', as: 'host', at: inStagedCircle('/told') },
  { name: 'ask-told-new', as: 'member', at: `${CIRCLE}/told/new` },
  { name: 'ask-told-preview', as: 'member', at: toldPreview },
  {
    name: 'ask-told-history',
    as: 'facilitator',
    at: linked(`${CIRCLE}/told`, /\/told\/\d+\/history$/),
  },
  { name: 'ask-told-edit', as: 'facilitator', at: linked(`${CIRCLE}/told`, /\/told\/\d+\/edit$/) },
  { name: 'ask-own', as: 'member', at: ofAsk('own') },
  { name: 'ask-own-silent', as: 'host', at: ofAsk('direct') },
  { name: 'ask-own-closed', as: 'member', at: ofAsk('closed') },
  { name: 'ask-read', as: 'member', at: ofAsk('others') },
  { name: 'ask-read-direct', as: 'member', at: ofAsk('direct') },
  { name: 'ask-read-answered', as: 'member', at: ofAsk('answered') },
  { name: 'ask-read-closed', as: 'host', at: ofAsk('closed') },
  { name: 'ask-read-question', as: 'facilitator', at: ofAsk('own') },
  { name: 'ask-offer', as: 'member', at: ofAsk('others', '/offer') },
  { name: 'ask-not-now', as: 'member', at: ofAsk('others', '/not-now') },
  { name: 'ask-question', as: 'member', at: ofAsk('others', '/question') },
  { name: 'ask-closing', as: 'member', at: ofAsk('own', '/closing') },
  { name: 'ask-link', as: 'admin', at: answerLink },
  { name: 'ask-led-thread', as: 'member', at: (page, { asks }) => page.goto(asks.ledFrom) },
  { name: 'ask-led-card', as: 'member', at: '/cards/asking-for-help/the-ten-minute-ask' },
  { name: 'ask-home', as: 'member', at: '/' },
  { name: 'ask-circle', as: 'member', at: CIRCLE },
  { name: 'asks-empty', as: 'newcomer', at: '/asks' },
  { name: 'ask-new', as: 'member', at: '/asks/new?card=asking-for-help/the-ten-minute-ask' },
  { name: 'ask-draft', as: 'member', at: aDraft },
  { name: 'asks', as: 'member', at: '/asks' },
  { name: 'agreement', as: 'member', at: `${CIRCLE}/agreement` },
  { name: 'leave', as: 'member', at: `${CIRCLE}/leave` },
  { name: 'circles', as: 'member', at: '/circles' },
  { name: 'about', as: 'member', at: `${LISTED}/about` },
  { name: 'new-circle', as: 'member', at: '/circles/new' },
  { name: 'reading', as: 'member', at: `${CIRCLE}/reading` },
  { name: 'progress', as: 'member', at: linked(CIRCLE, /\/progress$/) },
  { name: 'behind', as: 'member', at: OTHER },
  { name: 'folded', as: 'member', at: thread(`${OTHER}/threads`, 'I said yes to a third team') },
  { name: 'new-book', as: 'host', at: `${CIRCLE}/reading/books/new` },
  { name: 'book', as: 'host', at: linked(`${CIRCLE}/reading`, /\/reading\/books\/\d+$/) },
  { name: 'plan', as: 'host', at: linked(`${CIRCLE}/reading`, /\/reading\/\d+\/edit$/) },
  {
    name: 'new-plan',
    as: 'facilitator',
    at: linked(`${CIRCLE}/reading`, /\/reading\/new\?book=\d+$/),
  },
  {
    name: 'replanning',
    as: 'facilitator',
    at: async (page) => {
      await linked(`${CIRCLE}/reading`, /\/reading\/\d+\/replanning$/)(page);
      await page.getByLabel('How far has the circle read?').selectOption({ index: 4 });
      await page.getByRole('button', { name: 'Plan from here' }).first().click();
      await page.waitForURL(/upTo=/);
    },
  },
  { name: 'choices', as: 'member', at: `${CIRCLE}/choosing` },
  { name: 'choice-open', as: 'member', at: choice(CIRCLE, 'Which book next?') },
  { name: 'choice-host', as: 'host', at: choice(CIRCLE, 'Which book next?') },
  { name: 'choice-closed', as: 'member', at: choice(OTHER, 'Humble Inquiry') },
  { name: 'choice-read', as: 'member', at: choice(CIRCLE, 'Thinking in Systems') },
  {
    name: 'choice-won',
    as: 'host',
    at: async (page, { paths }) => choice(paths.host[0] ?? '', 'Peopleware')(page),
  },
  { name: 'ballot', as: 'member', at: choice(CIRCLE, 'Which book next?', '/ballot') },
  { name: 'ballot-ranked', as: 'host', at: choice(CIRCLE, 'Which book next?', '/ballot') },
  { name: 'propose', as: 'member', at: choice(CIRCLE, 'Which book next?', '/proposals/new') },
  { name: 'choice-closing', as: 'host', at: choice(CIRCLE, 'Which book next?', '/closing') },
  { name: 'choice-new', as: 'host', at: inStagedCircle('/choosing/new') },
  { name: 'shelf', as: 'member', at: '/shelf' },
  { name: 'shelf-empty', as: 'newcomer', at: '/shelf' },
  { name: 'shelf-book', as: 'member', at: linked('/shelf', /\/shelf\/books\/\d+$/) },
  { name: 'shelf-add', as: 'facilitator', at: foundBooks },
  { name: 'shelf-import', as: 'member', at: refusedExport },
  {
    name: 'shelf-imported',
    as: 'facilitator',
    at: (page, staged) => page.goto(staged.shelfImport),
  },
  { name: 'catalogue', as: 'member', at: '/books' },
  { name: 'catalogue-for', as: 'host', at: '/books?for=tuesday-leads' },
  { name: 'wrap-open', as: 'host', at: wrapOfStaged },
  { name: 'wrap-answered', as: 'host', at: answeredWrap },
  { name: 'wrap-circle', as: 'host', at: (page, { paths }) => page.goto(paths.host[0] ?? '') },
  { name: 'wrap-ending', as: 'host', at: linked(`${CIRCLE}/reading`, /\/reading\/\d+\/ending$/) },
  { name: 'threads', as: 'member', at: `${CIRCLE}/threads` },
  { name: 'thread', as: 'member', at: linked(`${CIRCLE}/threads`, /\/threads\/\d+$/) },
  { name: 'new-thread', as: 'member', at: `${CIRCLE}/threads/new` },
  { name: 'sessions', as: 'member', at: SESSIONS },
  { name: 'poll', as: 'host', at: (page, { poll }) => page.goto(poll) },
  { name: 'poll-answers', as: 'member', at: (page, { poll }) => page.goto(poll) },
  {
    name: 'poll-busy',
    as: 'member',
    at: async (page, { poll }) => {
      await page.goto(poll);
      const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
      const lines = [
        'BEGIN:VCALENDAR',
        ...event('DTSTART:20200102T100000', 'DURATION:PT2H', 'RRULE:FREQ=DAILY', 'SUMMARY:Ward'),
        ...event('DTSTART;VALUE=DATE:20200106', 'RRULE:FREQ=WEEKLY', 'SUMMARY:A day off at last'),
        ...['END:VCALENDAR', ''],
      ];
      const buffer = Buffer.from(lines.join('\r\n'));
      const file = { name: 'mine.ics', mimeType: 'text/calendar', buffer };
      await page.getByLabel('Show where I’m busy').setInputFiles(file);
      await page.getByText('You are busy at').waitFor();
    },
  },
  { name: 'poll-slots', as: 'host', at: (page, { poll }) => page.goto(`${poll}/slots`) },
  { name: 'poll-new', as: 'facilitator', at: `${CIRCLE}/polls/new` },
  { name: 'poll-weekly-new', as: 'facilitator', at: `${CIRCLE}/polls/new?kind=weekly` },
  { name: 'usual-times', as: 'member', at: '/account/usual-times' },
  { name: 'series', as: 'host', at: (page, { series }) => page.goto(series) },
  { name: 'series-edit', as: 'host', at: (page, { series }) => page.goto(`${series}/edit`) },
  { name: 'series-ending', as: 'host', at: (page, { series }) => page.goto(`${series}/ending`) },
  { name: 'series-new', as: 'facilitator', at: `${CIRCLE}/series/new` },
  { name: 'calendar', as: 'member', at: '/account/calendar' },
  { name: 'reminders', as: 'facilitator', at: `${CIRCLE}/reminders` },
  { name: 'session-coming', as: 'member', at: aSession },
  { name: 'session-run', as: 'facilitator', at: aSession },
  { name: 'session-past', as: 'member', at: session('Spare or waste?') },
  { name: 'record', as: 'member', at: record('') },
  { name: 'record-yours', as: 'facilitator', at: record('') },
  { name: 'record-minutes', as: 'facilitator', at: record('/minutes') },
  { name: 'record-used', as: 'facilitator', at: record('/used') },
  { name: 'attendance', as: 'facilitator', at: ofHeld('attendance') },
  { name: 'session-close', as: 'facilitator', at: ofHeld('close') },
  { name: 'rota', as: 'member', at: `${CIRCLE}/rota` },
  { name: 'rota-host', as: 'host', at: `${CIRCLE}/rota` },
  { name: 'rota-pause', as: 'member', at: `${CIRCLE}/rota/pause` },
  { name: 'duties', as: 'facilitator', at: below('duties') },
  { name: 'session-agenda-edit', as: 'facilitator', at: below('agenda/edit') },
  { name: 'record-coming', as: 'member', at: below('record') },
  { name: 'session-question', as: 'member', at: below('question') },
  { name: 'session-questions', as: 'facilitator', at: below('questions') },
  { name: 'session-booklet', as: 'facilitator', at: below('booklet?notes') },
  { name: 'session-projector', as: 'member', at: below('projector') },
  { name: 'session-cancelled', as: 'member', at: session('An evening of drawing') },
  { name: 'session-new', as: 'facilitator', at: `${SESSIONS}/new` },
  { name: 'session-refused', as: 'facilitator', at: refused },
  { name: 'session-never', as: 'facilitator', at: typedTime('never') },
  { name: 'session-twice', as: 'facilitator', at: typedTime('twice') },
  { name: 'session-edit', as: 'facilitator', at: below('edit') },
  { name: 'session-agenda', as: 'facilitator', at: below('agenda') },
  { name: 'session-recipe', as: 'facilitator', at: below('recipe') },
  { name: 'recipes', as: 'member', at: '/recipes' },
  { name: 'recipe', as: 'facilitator', at: '/recipes/being-told?minutes=60&people=8' },
  { name: 'session-cancel', as: 'facilitator', at: below('cancellation') },
  { name: 'session-reply', as: 'member', at: below('reply') },
  { name: 'decks', as: 'member', at: '/cards' },
  {
    name: 'cards-found',
    as: 'facilitator',
    at: '/cards?q=feedbak&people=7&minutes=30&notch=2&look=blind-spots/feedforward',
  },
  { name: 'cards-none', as: 'member', at: '/cards?q=layoffs+calendar&kind=closing&people=12' },
  {
    name: 'cards-for-agenda',
    as: 'facilitator',
    at: below('agenda?q=burnout&people=7&look=asking-for-help/running-low'),
  },
  { name: 'deck', as: 'member', at: '/cards/openers' },
  { name: 'account', as: 'member', at: '/account' },
  { name: 'calendar', as: 'member', at: '/account/calendar' },
  { name: 'picture', as: 'member', at: '/account/picture' },
  { name: 'email', as: 'member', at: '/account/email' },
  { name: 'password', as: 'member', at: '/account/password' },
  { name: 'sign-ins', as: 'member', at: '/account/sign-ins' },
  { name: 'sign-out', as: 'member', at: '/sign-out' },
  { name: 'card-print', as: 'facilitator', at: `${CARD}/print?people=8` },
  { name: 'card-print-slips', as: 'member', at: `${CARD}/print?what=slips` },
  { name: 'card-print-sheet', as: 'facilitator', at: `${CARD}/print?what=sheet&people=8` },
  { name: 'card-projector', as: 'member', at: `${CARD}/projector?people=8&step=2` },
  { name: 'card-parts', as: 'facilitator', at: '/cards/hard-weeks/heard-seen-respected?people=5' },
  { name: 'card', as: 'facilitator', at: linked('/cards/openers', /\/cards\/openers\/[^/]+$/) },
  { name: 'host-home', as: 'host', at: '/' },
  { name: 'host-circle', as: 'host', at: (page, { paths }) => page.goto(paths.host[0] ?? '') },
  { name: 'host-people', as: 'host', at: `${CIRCLE}/people` },
  { name: 'person', as: 'host', at: aMember() },
  { name: 'hand-over', as: 'host', at: aMember('/host') },
  { name: 'invitations', as: 'host', at: `${CIRCLE}/invitations` },
  { name: 'invited', as: 'host', at: invited },
  { name: 'archived', as: 'host', at: archived },
  { name: 'requests', as: 'host', at: inStagedCircle('/requests') },
  { name: 'waiting', as: 'host', at: inStagedCircle('/waiting') },
  { name: 'agreement-edit', as: 'host', at: `${CIRCLE}/agreement/edit` },
  { name: 'settings', as: 'host', at: `${CIRCLE}/settings` },
  { name: 'reminders', as: 'host', at: `${CIRCLE}/reminders` },
  { name: 'archiving', as: 'host', at: `${CIRCLE}/archiving` },
  { name: 'host-leave', as: 'host', at: `${CIRCLE}/leave` },
  { name: 'admin-home', as: 'admin', at: '/' },
  { name: 'site', as: 'admin', at: '/site' },
  { name: 'site-people', as: 'admin', at: '/site/people' },
  { name: 'site-person', as: 'admin', at: (page, { paths }) => page.goto(paths.admin[1] ?? '') },
  { name: 'deactivation', as: 'admin', at: deactivation },
  { name: 'how-it-runs', as: 'admin', at: '/site/state' },
  { name: 'site-mail', as: 'admin', at: '/site/mail' },
  { name: 'site-addresses', as: 'admin', at: '/site/mail/addresses' },
  { name: 'outbox', as: 'admin', at: '/site/outbox' },
  { name: 'outbox-message', as: 'admin', at: linked('/site/outbox', /\/site\/outbox\/.+/) },
  {
    name: 'join-signed-in',
    as: 'admin',
    at: (page, { joinLinks }) => page.goto(joinLinks.free),
  },
  { name: 'asked', as: 'admin', at: (page, { paths }) => page.goto(paths.admin[2] ?? '') },
  { name: 'newcomer-home', as: 'newcomer', at: '/' },
  { name: 'seat', as: 'newcomer', at: (page, { paths }) => page.goto(paths.newcomer[0] ?? '') },
  { name: 'first-run', as: 'newcomer', at: leaveTheLine },
];

/** Of a circle whose people, titles and notes are as long and odd as they may be: its host's view. */
export const awkwardPages = [
  { name: 'awkward-circle', below: '' },
  { name: 'awkward-people', below: '/people' },
  { name: 'awkward-threads', below: '/threads' },
  { name: 'awkward-thread', below: '/threads', into: '.row-title a' },
  { name: 'awkward-reading', below: '/reading' },
  { name: 'awkward-sessions', below: '/sessions' },
  { name: 'awkward-choosing', below: '/choosing' },
  { name: 'awkward-settings', below: '/settings' },
];

/** The first page that `from` links to at such an address, or one below it. */
function linked(from: string, address: RegExp, below = '') {
  return async (page: Page) => {
    await page.goto(from);
    const links = await page.locator('a[href]').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    const href = hrefs.find((href) => href && address.test(href));
    if (!href) throw new Error(`${from} links to nothing like ${address}.`);
    await page.goto(href + below);
  };
}

/** A conversation of the member's, or a page below it. */
function talk(which: 'open' | 'begun' | 'ended' | 'askedAfter', below = '') {
  return (page: Page, staged: Staged) => page.goto(staged.talk[which] + below);
}

function linkedInTalk(address: RegExp) {
  return (page: Page, staged: Staged) => linked(staged.talk.open, address)(page);
}

/** The page of somebody whose membership the host may change, or a page below it. */
function aMember(below = '') {
  return async (page: Page) => {
    await page.goto(`${CIRCLE}/people`);
    const link = page.getByRole('link', { name: 'Role and membership' }).first();
    await page.goto((await link.getAttribute('href')) + below);
  };
}

/** A choice of a circle by what its list calls it, or a page below it. */
/** Several people at once, one of whom is in already. */
async function invited(page: Page) {
  const circle = await startCircle(page, { name: 'A long list' });
  await page.goto(`${circle}/invitations`);
  const send = async (list: string) => {
    await page.getByLabel('Their email addresses').fill(list);
    await page.getByRole('button', { name: 'Send the invitations' }).click();
    await page.getByText('These links are shown only now').waitFor();
  };
  await send('ada@example.org, bo@example.org');
  await page.goto(`${circle}/invitations`);
  await send('Cleo Vogt <cleo@example.org>, dan@example.org, ada@example.org, bo@example.org');
}

async function archived(page: Page) {
  const circle = await startCircle(page, { name: 'A circle at rest' });
  await page.goto(`${circle}/archiving`);
  await page
    .locator('main')
    .getByRole('button', { name: /^Archive/ })
    .click();
  await page.getByText('This circle is archived').first().waitFor();
}

function choice(circle: string, name: string, below = '') {
  return async (page: Page) => {
    await page.goto(`${circle}/choosing`);
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await page.waitForURL(/\/choosing\/\d+$/);
    if (below) await page.goto(page.url() + below);
  };
}

/** Of the staged circle, whose reading has ended. */
async function wrapOfStaged(page: Page, { paths }: Staged): Promise<void> {
  await linked(`${paths.host[0]}`, /\/wrap$/)(page);
}

async function answeredWrap(page: Page, staged: Staged): Promise<void> {
  await wrapOfStaged(page, staged);
  const unwritten = page.getByRole('button', { name: 'Share it with the circle' });
  if (await unwritten.isVisible()) {
    await page
      .getByLabel('What did you take from it?')
      .fill('We measured what was easy to count. I asked my team what they would stop counting.');
    await unwritten.click();
    await page.getByText('Saved. The circle can read it.').waitFor();
  }
  await page.getByRole('button', { name: 'I’m in for the next one' }).click();
  await page.getByText('Kept. You can change it').waitFor();
}

/** What somebody was told, read over before the circle reads it. */
async function toldPreview(page: Page): Promise<void> {
  await page.goto(`${CIRCLE}/told/new`);
  await page.getByLabel('What I was told').fill('You answer **before** they end.');
  await page.getByLabel('What I’ll do').fill('Wait for the end, and count to three.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('Preview, not saved yet').waitFor();
}

/** One of the staged asks, or a page below it. */
function ofAsk(which: 'own' | 'others' | 'direct' | 'answered' | 'closed', below = '') {
  return (page: Page, { asks }: Staged) => page.goto(asks[which] + below);
}

/** Where “I can help” in a mail about an ask leads. */
async function answerLink(page: Page): Promise<void> {
  await page.goto('/site/outbox');
  await page
    .getByRole('link', { name: /asks you: / })
    .first()
    .click();
  const link = page.getByRole('main').locator('a[href*="/answer/"]').first();
  await page.goto((await link.getAttribute('href')) ?? '');
}

function inStagedCircle(path: string) {
  return (page: Page, { paths }: Staged) => page.goto(`${paths.host[0]}${path}`);
}

async function refusedJoin(page: Page, { joinLinks }: Staged): Promise<void> {
  await page.goto(joinLinks.free);
  await page.getByLabel('Your name').fill('Judit Vaszary');
  await page.getByLabel('Password').fill('password1');
  await page
    .locator('main form')
    .evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
  await page.locator('main .btn-primary').click();
  await page.locator('[aria-invalid=true]').first().waitFor();
}

/** Of somebody who hosts a circle. */
async function deactivation(page: Page): Promise<void> {
  await page.goto('/site/people?search=Leila');
  await page.locator('main .rows a').first().click();
  await page.getByRole('link', { name: 'Deactivate' }).click();
  await page.getByRole('heading', { name: /^Deactivate/ }).waitFor();
}

/** Then they are in no circle, and ask for none. */
async function leaveTheLine(page: Page, { paths }: Staged): Promise<void> {
  await page.goto(paths.newcomer[0] ?? '');
  await page.getByText('I don’t want a seat any more').click();
  await page.getByRole('button', { name: 'Leave the line' }).click();
  await page.waitForURL('/');
  await page.reload();
}

/** A book looked for by its title, of which there are several. */
async function foundBooks(page: Page) {
  await page.goto('/shelf/books/new');
  await page.getByLabel('Title').fill('Accelerate');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await page.getByText('Which of these?').waitFor();
}

async function refusedExport(page: Page) {
  await page.goto('/shelf/imports/new');
  const buffer = Buffer.from('Name,Price,Colour\nTea,3,green\n');
  const file = { name: 'shopping.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel('The CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.locator('[aria-invalid]').waitFor();
}

/** A session by its title, also one that is over. */
function session(title: string) {
  return async (page: Page) => {
    await page.goto(SESSIONS);
    await page.getByRole('listitem').filter({ hasText: title }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  };
}

/** The record of a session that was held, or a page below it. */
function record(path: string) {
  return ofHeld(`record${path}`);
}

/** A page of a session that was held. */
function ofHeld(path: string) {
  return async (page: Page) => {
    await session('Spare or waste?')(page);
    await page.goto(`${page.url()}/${path}`);
  };
}

/** A page of the first session there is. */
function below(name: string) {
  return async (page: Page) => {
    await aSession(page);
    await page.goto(`${page.url()}/${name}`);
  };
}

/** A session in the past, whose agenda is longer than it is. */
async function refused(page: Page) {
  await page.goto(`${SESSIONS}/new`);
  await page.getByLabel('Date').fill('2020-01-01');
  await page.getByRole('button', { name: 'Add something else' }).click();
  await page.getByLabel('What happens, item 1').fill('Check-in');
  await page.getByLabel('Minutes of item 1').fill('100');
  await page.getByRole('button', { name: 'Schedule and invite' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
}

/** A session at an hour that clocks never show, or show twice. */
function typedTime(which: 'never' | 'twice') {
  return async (page: Page) => {
    const { never, twice } = nextClockChanges('Europe/Madrid');
    const { date, time } = which === 'never' ? never.at : twice;
    await page.goto(`${SESSIONS}/new`);
    await page.getByLabel('Date').fill(date);
    await page.getByLabel('Starts').fill(time);
    await page.getByRole('button', { name: 'Schedule and invite' }).click();
    await page.locator('[aria-invalid]').first().waitFor();
  };
}

/** The thread of that name in a list. */
function thread(list: string, name: string) {
  return async (page: Page) => {
    await page.goto(list);
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
}

/** A draft of the member's, and one person chosen to read it. */
async function aDraft(page: Page): Promise<void> {
  await page.goto('/asks/new?card=asking-for-help/the-ten-minute-ask');
  await page.getByLabel('In one line').fill('Where does my page still blame the team?');
  await page
    .getByLabel('Tell it')
    .fill(
      'In spring I wrote a rule: two reviews for every change.\n\nOn Thursday 10 December I take it back.\n\nWould you read my page and a half, and then tell me, in thirty minutes, where it still blames them?',
    );
  await page.getByRole('button', { name: 'Keep it and read it over' }).click();
  await page.waitForURL(/\/asks\/\d+\/edit/);
  await page.locator('input[name=person]').first().check();
}
