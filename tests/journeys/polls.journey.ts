import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import {
  inviteFacilitator,
  join,
  joinAsNewcomer,
  makeJoinLink,
  plainPage,
  type SignInAs,
  startCircle,
} from '#tests/journeys/support/circle.ts';
import { untilInteractive } from '#tests/journeys/support/documents.ts';
import { expectToFitAPhone } from '#tests/journeys/support/layout.ts';
import { openPoll } from '#tests/journeys/support/stage-polls.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const PHONE = { width: 360, height: 740 };

/** What is said of so many that are left, from one to four. */
const LEFT = ['', 'One is', 'Two are', 'Three are', 'Four are'];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The three answers to the so-manieth time. */
const answer = (page: Page, at: number, name: string) =>
  page.locator('.poll-slot').nth(at).getByRole('radio', { name, exact: true });

/** What puts a notice away stands beside its words, never below them. */
async function expectPutAwayBeside(page: Page) {
  const [words, away] = await Promise.all([
    page.locator('.notices .notice-words').boundingBox(),
    page.getByRole('button', { name: 'Put this away' }).boundingBox(),
  ]);
  if (!words || !away) throw new Error('both are there');
  expect(away.y).toBeLessThanOrEqual(words.y);
  expect(away.x).toBeGreaterThanOrEqual(words.x + words.width);
}

/** A circle of five whose clocks differ: the demo's host, facilitator and member, and two in Jakarta. */
async function circleOfFive(page: Page, signInAs: SignInAs) {
  const mark = randomUUID().slice(0, 8);
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `Three zones ${mark}` });
  const rui = await plainPage(page, signInAs, 'facilitator');
  await join(rui, await inviteFacilitator(host, circle, `${randomUUID()}@example.org`));
  const link = await makeJoinLink(host, circle);
  await join(await plainPage(page, signInAs, 'member'), link);
  const newcomers: Page[] = [];
  for (const name of [`Dewi ${mark}`, `Budi ${mark}`]) {
    const context = await page.context().browser()?.newContext({
      baseURL: process.env.JOURNEY_URL,
      javaScriptEnabled: false,
    });
    if (!context) throw new Error('The page has no browser.');
    const theirs = await context.newPage();
    await joinAsNewcomer(theirs, link, name);
    newcomers.push(theirs);
  }
  const [dewi, budi] = newcomers;
  if (!dewi || !budi) throw new Error('both of them');
  return { circle, dewi, budi };
}

journey('a facilitator finds a date with five people in three zones', async (travel) => {
  const { page, hands, signInAs, another, javaScript } = travel;
  const { circle, dewi, budi } = await circleOfFive(page, signInAs);
  await signInAs('facilitator');
  await page.setViewportSize(PHONE);
  /** What the facilitator presses themselves; they type nothing. */
  let presses = 0;
  const press = (target: Locator) => {
    presses++;
    return hands.press(target);
  };

  const poll = await test.step('the times are filled in, and the circle is asked', async () => {
    await page.goto(`${circle}/sessions`);
    await press(page.getByRole('link', { name: 'Find a time together' }));
    await press(button(page, 'Fill in these times'));
    await expect(page.getByLabel('Starts of time 5')).toBeVisible();
    await expectToFitAPhone(page);
    await press(button(page, 'Ask the circle'));
    await expect(page.getByText('It is asked.')).toBeVisible();
    expect(presses).toBe(3);
    if (javaScript) await expectPutAwayBeside(page);
    return new URL(page.url()).pathname;
  });

  const say = async (of: { page: Page; hands: typeof hands }, answers: readonly string[]) => {
    for (const [at, name] of answers.entries()) {
      await of.hands.choose(answer(of.page, at, name));
      // The best times above change with each: people look before they press the next.
      const left = LEFT[4 - at];
      const words = of.page.getByText(/left for you/);
      if (javaScript)
        await (left ? expect(words).toContainText(left) : expect(words).toHaveCount(0));
    }
    if (!javaScript) await of.hands.press(button(of.page, 'Save my answers'));
    const kept = javaScript ? 'Kept.' : 'Your answers are kept.';
    await expect(of.page.getByText(kept, { exact: true })).toBeVisible();
  };

  await test.step('each says on their own clock what they can make', async () => {
    const noor = await another('member');
    await noor.page.setViewportSize(PHONE);
    await noor.page.goto('/');
    await noor.hands.press(
      noor.page.locator(`a[href="${poll}"]`).filter({ hasText: 'When could you meet?' }).first(),
    );
    await expect(noor.page.getByText('Five are left for you')).toBeVisible();
    if (javaScript) await expectAccessible(noor.page);
    await expectToFitAPhone(noor.page);
    await say(noor, ['Yes', 'No', 'If need be', 'No', 'No']);
    await noor.page.reload();
    await expect(answer(noor.page, 2, 'If need be')).toBeChecked();
    await expect(noor.page.getByText(/left for you/)).toHaveCount(0);

    await dewi.goto(poll);
    await expect(dewi.getByText(/on your clock \(Jakarta\)/)).toBeVisible();
    await answer(dewi, 0, 'Yes').check({ force: true });
    await button(dewi, 'Save my answers').click();
    await budi.goto(poll);
    await button(budi, 'None of these suits me').click();
    await expect(budi.getByText('You said no to all that was left.')).toBeVisible();
  });

  await test.step('the best is said with its reason, and choosing it names who refused', async () => {
    await page.goto(poll);
    await say({ page, hands }, ['Yes']);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Best so far' })).toBeVisible();
    presses = 0;
    await press(page.getByRole('link', { name: /^Choose this time/ }).first());
    await expect(page.getByText(/said no to this time/)).toContainText('Budi');
    await press(button(page, 'Choose it all the same'));
    await expect(page.getByText('The session is set, and what everyone')).toBeVisible();
    expect(presses).toBe(2);
    await budi.goto(poll);
    await expect(budi.getByRole('link', { name: 'See the session' })).toBeVisible();
  });
});

test('a tap while there is no connection is kept, and sent again', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
}) => {
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|NetworkError/);
  await signInAs('host');
  const host = await plainPage(page, signInAs, 'host');
  const circle = await startCircle(host, { name: `On a train ${randomUUID().slice(0, 8)}` });
  const poll = await openPoll(host, circle);
  await page.goto(poll);
  await untilInteractive(page);
  await context.setOffline(true);
  await answer(page, 0, 'Yes').check({ force: true });
  await expect(page.getByText('There is no connection.')).toBeVisible();
  await answer(page, 1, 'No').check({ force: true });
  await expect(answer(page, 0, 'Yes')).toBeChecked();
  await context.setOffline(false);
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(answer(page, 0, 'Yes')).toBeChecked();
  await expect(answer(page, 1, 'No')).toBeChecked();
});
