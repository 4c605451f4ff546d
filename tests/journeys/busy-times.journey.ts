import { randomUUID } from 'node:crypto';
import type { Page, Request } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { plainPage, startCircle } from '#tests/journeys/support/circle.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { openPoll } from '#tests/journeys/support/stage-polls.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

/** Stands in everything that must not leave the browser. */
const SECRET = 'Zweitmeinung';

const picker = (page: Page) => page.getByLabel(/^(Show where I’m busy|Add another calendar)$/);
const clashes = (page: Page) => page.locator('.poll-clash');

const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${randomUUID()}-${SECRET}`, ...lines, 'END:VEVENT'].join('\r\n');

/** A calendar file, whose times are on the reader’s clock. */
const ics = (name: string, ...events: string[]) => ({
  name: `${SECRET} ${name}.ics`,
  mimeType: 'text/calendar',
  buffer: Buffer.from(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n')),
});

/** All that the network is told, in one text. */
async function told(requests: readonly Request[]): Promise<string> {
  const all = requests.map(async (request) => [
    ...[request.method(), request.url(), request.postDataBuffer()?.toString() ?? ''],
    JSON.stringify(await request.allHeaders()),
  ]);
  return (await Promise.all(all)).flat().join('\n');
}

journey('clashes with one’s own calendar are shown, and nothing of it is sent', async (travel) => {
  const { page, hands, signInAs, javaScript } = travel;
  await signInAs('host');
  await page.setViewportSize({ width: 360, height: 740 });
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `Busy people ${randomUUID().slice(0, 8)}` });
  await page.goto(await openPoll(host, circle));
  if (!javaScript) {
    await expect(page.getByRole('radio', { name: 'Yes' }).first()).toBeVisible();
    await expect(page.locator('input[type=file]')).toHaveCount(0);
    await expect(page.getByText('never sent')).toHaveCount(0);
    return;
  }
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  const choose = async (...files: ReturnType<typeof ics>[]) => {
    const chooser = page.waitForEvent('filechooser');
    await hands.press(picker(page));
    await (await chooser).setFiles(files);
  };
  const monday = page.getByRole('group', { name: /^Monday/ });
  const time = (await page.locator('.poll-when > b').first().textContent()) ?? '';
  const at = time.replace(':', '');
  const mondays = event(
    ...[`DTSTART:20200106T${at}00`, 'DURATION:PT10M', 'RRULE:FREQ=WEEKLY;BYDAY=MO'],
    `SUMMARY:${SECRET} on Mondays`,
  );

  await test.step('what is in the way stands beside its time, and is read out with it', async () => {
    const free = event(
      `DTSTART:20200106T${at}00`,
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
      'TRANSP:TRANSPARENT',
    );
    await choose(ics('work', mondays, free), ics('home'));
    await expect(page.getByText('You are busy at one of these times')).toBeVisible();
    await expect(clashes(page)).toHaveCount(1);
    await expect(clashes(page)).toContainText(`busy: ${time}–`);
    await expect(clashes(page)).toContainText(`${SECRET} on Mondays`);
    await expect(monday).toHaveAccessibleDescription(
      new RegExp(`^busy: ${time}–.* ${SECRET} on Mondays$`),
    );
    await expectToFitAPhone(page);
    await expectAccessible(page);
  });

  await test.step('a large file is read while the page goes on, beside one that is none', async () => {
    const padding = `DESCRIPTION:${'word '.repeat(60)}`;
    const many = Array.from({ length: 12_000 }, (_, n) =>
      event(
        `DTSTART:2019${String((n % 12) + 1).padStart(2, '0')}10T170000Z`,
        'DURATION:PT1H',
        padding,
      ),
    );
    const daily = event(`DTSTART:20200106T${at}00`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY');
    const large = ics('archive', ...many, daily);
    expect(large.buffer.length).toBeGreaterThan(4_000_000);
    await choose(large, { ...ics('diary'), buffer: Buffer.from('Dear diary,') });
    // While it is read an answer is kept.
    await hands.choose(page.getByRole('radio', { name: 'If need be' }).first());
    await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
    await expect(page.getByText('You are busy at five of these times')).toBeVisible();
    await expect(page.getByText('is no calendar file')).toBeVisible();
    await expect(monday.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('one press forgets it', async () => {
    await hands.press(page.getByRole('button', { name: 'Clear', exact: true }));
    await expect(clashes(page)).toHaveCount(0);
    await expect(page.getByText(SECRET)).toHaveCount(0);
    await expect(picker(page)).toBeFocused();
    await choose(ics('again', mondays));
    await expect(clashes(page)).toHaveCount(1);
    await page.reload();
    await expect(picker(page)).toBeVisible();
    await expect(clashes(page)).toHaveCount(0);
  });

  const network = await told(requests);
  expect(network).toContain('/answer');
  expect(network).toContain('busy-worker');
  expect(network).not.toMatch(/Zweitmeinung|busy(:|%3A)|calendar;|VEVENT/i);
  const stores = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stores).not.toContain(SECRET);
});

test('a rule that never ends is given up, and what was found before it stays', async ({
  page,
  signInAs,
}) => {
  await signInAs('host');
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `Endless ${randomUUID().slice(0, 8)}` });
  await page.clock.install();
  await page.goto(await openPoll(host, circle));
  const never = event('DTSTART:20200101T000000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
  const always = event('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY');
  await picker(page).setInputFiles([ics('endless', never, always)]);
  await expect(clashes(page)).toHaveCount(5);
  await expect(page.getByText('Reading…')).toBeVisible();
  await page.clock.fastForward(20_000);
  await expect(page.getByText('could not be followed to its end')).toBeVisible();
  await expect(page.getByText('You are busy at five of these times')).toBeVisible();
});
