import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import {
  inviteFacilitator,
  join,
  makeJoinLink,
  plainPage,
  type SignInAs,
  scheduleSession,
  send,
  startCircle,
  startReading,
} from '#tests/journeys/support/circle.ts';
import { nextClockChanges } from '#tests/journeys/support/clock-changes.ts';
import { withinTheDocument } from '#tests/journeys/support/documents.ts';
import type { Hands } from '#tests/journeys/support/hands.ts';
import { expect, glance, journey, test } from '#tests/support/journey.ts';

const ZONE = 'Europe/Madrid';
const { never, twice } = nextClockChanges(ZONE);
const second = Temporal.PlainDateTime.from(`${twice.date}T${twice.time}`).toZonedDateTime(ZONE, {
  disambiguation: 'later',
});
const dayAfter = second.add({ days: 1 }).with({ hour: 18, minute: 30 });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** '20271031T013000Z' */
const utc = (at: Temporal.ZonedDateTime) =>
  at.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

/** The calendar file as it arrives on disk, its long lines unfolded. */
async function calendarFile(page: Page, hands: Hands) {
  const downloading = page.waitForEvent('download');
  await hands.press(page.getByRole('link', { name: /calendar$/ }).and(page.locator('[download]')));
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('session.ics');
  const text = await readFile(await download.path(), 'utf8');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = text.replaceAll('\r\n ', '');
  const property = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(whole)?.[1] ?? '';
  return {
    uid: property('UID'),
    sequence: Number(property('SEQUENCE')),
    start: property('DTSTART'),
    status: property('STATUS'),
  };
}

/** A circle of its own that the demo's facilitator facilitates; hers who hosts it. */
async function ownCircle(page: Page, signInAs: SignInAs, name: string) {
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name });
  const rui = await plainPage(page, signInAs, 'facilitator');
  await join(rui, await inviteFacilitator(host, circle, `${randomUUID()}@example.org`));
  await rui.context().close();
  return { host, circle };
}

journey('a facilitator schedules a session', async (travel) => {
  const { page, hands, signInAs } = travel;
  const mark = randomUUID().slice(0, 8);
  const name = `Clock watchers ${mark}`;
  const { circle, host } = await ownCircle(page, signInAs, name);
  await host.context().close();
  await signInAs('facilitator');

  const date = page.getByLabel('Date');
  const starts = page.getByLabel('Starts');
  const schedule = button(page, 'Schedule and invite');
  const everythingKept = async () => {
    await expect(page.getByLabel('What it is about')).toHaveValue(`Clocks ${mark}`);
    await expect(page.getByLabel('Where')).toHaveValue('Room 4');
    await expect(page.getByLabel('What happens, item 1')).toHaveValue('Check-in');
    await expect(page.getByLabel('Minutes of item 1')).toHaveValue('10');
  };

  await test.step('a time in the past is refused beside its field', async () => {
    await page.goto(`${circle}/sessions`);
    await hands.press(link(page, 'Schedule a session'));
    await hands.date(date, '2020-01-01');
    await hands.time(starts, '18:30');
    await hands.write(page.getByLabel('What it is about'), `Clocks ${mark}`);
    await hands.write(page.getByLabel('Where'), 'Room 4');
    await hands.press(button(page, 'Add something else'));
    await hands.write(page.getByLabel('What happens, item 1'), 'Check-in');
    await hands.write(page.getByLabel('Minutes of item 1'), '10');
    await hands.press(schedule);
    await expect(starts).toHaveAccessibleDescription(/That is in the past/);
    await expect(starts).toHaveAttribute('aria-invalid', 'true');
    await everythingKept();
  });

  await test.step('for an hour that never comes the next one is a press away', async () => {
    await hands.date(date, never.at.date);
    await hands.time(starts, never.at.time);
    await hands.press(schedule);
    await expect(starts).toHaveAccessibleDescription(/never comes that day/);
    await hands.press(button(page, `Take ${never.next.time}`));
    await expect(starts).toHaveValue(never.next.time);
    await expect(date).toHaveValue(never.next.date);
    await expect(button(page, /^Take/)).toHaveCount(0);
    await everythingKept();
  });

  await test.step('for an hour that comes twice it is asked which, and then it stands', async () => {
    await hands.date(date, twice.date);
    await hands.time(starts, twice.time);
    await hands.select(page.getByLabel('A card'), 'Who taught you that? · 12 min');
    await hands.press(button(page, 'Add a card'));
    await expect(page.getByLabel('What happens, item 2')).toHaveValue('Who taught you that?');
    await hands.press(schedule);
    await expect(starts).toHaveAccessibleDescription(/comes twice that day/);
    await hands.choose(page.getByRole('radio', { name: /^The second/ }));
    await hands.press(schedule);
    await expect(page.getByText('The session is set.')).toBeVisible();
    const at = second.toInstant().toString({ smallestUnit: 'millisecond' });
    await expect(page.locator('h1 time')).toHaveAttribute('datetime', at);
    await expect(page.getByText('22 of 75 minutes')).toBeVisible();
  });

  await test.step('a card comes onto its agenda from the card’s own page', async () => {
    const session = page.url();
    await page.goto('/cards/closing-and-commitments/your-fifteen-percent');
    await hands.press(page.getByText('Put it on an agenda'));
    await hands.press(button(page, new RegExp(name)));
    await expect(page).toHaveURL(session);
    await expect(page.getByText('The card is on the agenda.')).toBeVisible();
    await expect(link(page, 'Your fifteen percent')).toBeVisible();
    await expect(page.getByText('29 of 75 minutes')).toBeVisible();
  });
});

glance('a session is answered, moved and cancelled', async (travel) => {
  const { page, hands, signInAs, another } = travel;
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `Movers ${randomUUID().slice(0, 8)}` });
  await startReading(host, circle);
  const link = await makeJoinLink(host, circle);
  const session = await scheduleSession(host, circle, { ...twice, which: 'second' });
  await host.context().close();
  const { page: theirs, hands: theirHands } = await another('member');
  await join(theirs, link);
  await signInAs('host');

  await test.step('a member finds when, what to read and who is coming, and answers', async () => {
    const next = theirs.getByRole('region').filter({ hasText: 'Next session' });
    await expect(next.getByText('Chapters 1 and 2 · 28 pages')).toBeVisible();
    await expect(next.getByText('Nobody has said yet')).toBeVisible();
    await theirHands.press(next.getByRole('heading').getByRole('link'));
    await theirHands.write(theirs.getByLabel('A word, if you like'), 'If the nights allow.');
    await theirHands.press(button(theirs, 'Maybe'));
    await expect(button(theirs, 'Maybe')).toHaveAttribute('aria-pressed', 'true');
    await theirs.goto(circle);
    await expect(next.getByText('You may come.')).toBeVisible();
  });

  const before = await test.step('who runs it sees it, and takes the calendar file', async () => {
    await page.goto(session);
    const noor = page.getByRole('listitem').filter({ hasText: 'Noor Karim' });
    await expect(noor).toContainText('maybe');
    await expect(noor).toContainText('If the nights allow.');
    const file = await calendarFile(page, hands);
    expect(file).toMatchObject({ start: utc(second), status: 'CONFIRMED' });
    expect(file.uid).toMatch(/\S@octavo$/);
    return file;
  });

  await test.step('it is moved: calendars are told, members are asked again', async () => {
    await hands.press(page.getByRole('link', { name: 'Change or move it' }));
    await hands.date(page.getByLabel('Date'), dayAfter.toPlainDate().toString());
    await hands.time(page.getByLabel('Starts'), '18:30');
    await hands.press(button(page, 'Save'));
    await expect(page.getByText('No mail leaves this site yet')).toBeVisible();
    const after = await calendarFile(page, hands);
    expect(after).toMatchObject({ uid: before.uid, start: utc(dayAfter), status: 'CONFIRMED' });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    await theirs.goto(circle);
    await expect(theirs.getByText('It has moved since you answered.')).toBeVisible();
    await theirHands.press(button(theirs, 'I’m coming'));
    await expect(button(theirs, 'I’m coming')).toHaveAttribute('aria-pressed', 'true');
    await expect(theirs).toHaveURL(circle);
  });

  await test.step('it is cancelled with a reason, which everyone reads', async () => {
    await hands.press(page.getByRole('link', { name: 'Cancel it' }));
    await hands.write(page.getByLabel('Why'), ' ');
    await hands.press(button(page, 'Cancel the session'));
    await expect(page.getByLabel('Why')).toHaveAccessibleDescription(/the others read it/);
    await hands.write(page.getByLabel('Why'), 'Half of us are ill.');
    await hands.press(button(page, 'Cancel the session'));
    await expect(page.getByText('The session is cancelled.')).toBeVisible();
    await theirs.goto(session);
    await expect(theirs.getByText('Half of us are ill.')).toBeVisible();
    await expect(button(theirs, 'Maybe')).toHaveCount(0);
    const file = await calendarFile(theirs, theirHands);
    expect(file).toMatchObject({ uid: before.uid, status: 'CANCELLED' });
    await theirs.goto(circle);
    await expect(theirs.getByText('No session is set yet.')).toBeVisible();
  });
});

test('what is said of a time that cannot be taken is accessible', async ({ page, signInAs }) => {
  await signInAs('facilitator');
  await page.goto('/circles/tuesday-leads/sessions/new');
  for (const { date, time } of [never.at, twice]) {
    await page.getByLabel('Date').fill(date);
    await page.getByLabel('Starts').fill(time);
    await button(page, 'Schedule and invite').click();
    await expect(page.getByText(/^This time (never comes|comes twice)/)).toBeVisible();
    await expect(page.getByText(/^Clocks in Madrid go/)).toBeVisible();
    await expectAccessible(page);
  }
});

test('what somebody else changed meanwhile is not written over', async ({ page, signInAs }) => {
  const { circle, host } = await ownCircle(
    page,
    signInAs,
    `Two at once ${randomUUID().slice(0, 8)}`,
  );
  const session = await scheduleSession(host, circle, { ...twice, which: 'first' });
  await signInAs('facilitator');
  await page.goto(`${session}/edit`);
  await page.getByLabel('Where').fill('Room 4');
  await send(host, `${session}/edit`, () => host.getByLabel('Where').fill('The roof'));
  await expect(host.getByText('The roof')).toBeVisible();
  await withinTheDocument(page, () => button(page, 'Save').click());
  await expect(page.getByText('Someone changed this session while you did.')).toBeVisible();
  await expect(page.getByText('The roof')).toBeVisible();
  await expect(page.getByLabel('Where')).toHaveValue('Room 4');
  await expectAccessible(page);
  await button(page, 'Save').click();
  await expect(page.getByText('Room 4')).toBeVisible();
  await host.context().close();
});
