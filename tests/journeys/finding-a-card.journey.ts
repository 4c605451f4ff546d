import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { plainPage, startCircle } from '#tests/journeys/support/circle.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

const inAMonth = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
const CARD = 'The no you did not say';

/** The words of an option, with the number that stands beside it now. */
const wordsOf = async (list: Locator, value: string) =>
  (await list.locator(`option[value="${value}"]`).textContent()) ?? '';

journey(
  'a facilitator finds a card about burnout for seven in 25 minutes, looks at it and puts it on',
  async ({ page, hands, signInAs, javaScript }) => {
    const host = await plainPage(page, signInAs, 'host');
    const circle = await startCircle(host, { name: `Finders ${randomUUID().slice(0, 8)}` });
    await host.context().close();
    await signInAs('host');
    await page.goto(`${circle}/sessions/new`);
    await hands.date(page.getByLabel('Date'), inAMonth);
    await hands.write(page.getByLabel('What it is about'), 'Half a thought');

    await hands.press(page.getByText('Look for a card'));
    const search = page.getByRole('search', { name: 'Cards' });
    await hands.write(search.getByLabel('Words', { exact: true }), 'burnuot');
    if (!javaScript) await hands.press(search.getByRole('button', { name: 'Show cards' }));
    await expect(page.getByText('Did you mean “burnout”?')).toBeVisible();
    await hands.select(search.getByLabel('Group', { exact: true }), '7 people');
    const time = search.getByLabel('Time', { exact: true });
    await hands.select(time, await wordsOf(time, '25'));
    await hands.tick(search.getByLabel(/Not used by us yet/));
    if (!javaScript) await hands.press(search.getByRole('button', { name: 'Show cards' }));
    await expect(rowOf(page, 'Running low')).toHaveCount(0);

    await hands.press(page.getByRole('button', { name: `Look at it: ${CARD}` }));
    const card = page.getByRole('article', { name: CARD });
    await expect(card.getByText('For whoever runs it')).toBeVisible();
    await expect(search.getByLabel('Words', { exact: true })).toHaveValue('burnuot');

    await hands.press(page.getByRole('button', { name: `Add ${CARD} to the agenda` }));
    await expect(page.getByLabel('What happens, item 1, a card')).toHaveValue(CARD);
    await expect(page.getByLabel('What it is about')).toHaveValue('Half a thought');
    await expect(page.getByLabel('Date')).toHaveValue(inAMonth);
    await hands.press(page.getByRole('button', { name: 'Schedule and invite' }));
    await expect(page).toHaveURL(/\/sessions\/\d+$/);
    await expect(page.getByRole('link', { name: CARD })).toBeVisible();

    await test.step('and it is used now', async () => {
      await page.goto('/cards?q=burnout');
      await expect(rowOf(page, CARD)).toContainText('On the agenda of');
    });
  },
);

const rowOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });

test('what is found follows what is typed: the focus stays, and one entry of the history', async ({
  page,
  signInAs,
}) => {
  await signInAs('facilitator');
  await page.goto('/');
  await page.goto('/cards');
  const words = page.getByLabel('Words', { exact: true });
  await words.pressSequentially('feedbak');
  await expect(
    page.getByRole('status').filter({ hasText: 'Did you mean “feedback”?' }),
  ).toBeVisible();
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('feedbak');
  await expect(page).toHaveURL(/q=feedbak$/);
  const kind = page.getByLabel('Kind', { exact: true });
  await kind.selectOption('opener');
  await expect(page).toHaveURL(/q=feedbak&kind=opener$/);
  await page.getByRole('link', { name: 'Without the filter: Opener' }).click();
  await expect(page).toHaveURL(/\/cards\?q=feedbak$/);
  await expect(kind).toHaveValue('');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL((url) => url.pathname === '/');
});
