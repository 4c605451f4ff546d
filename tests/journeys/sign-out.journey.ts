import type { BrowserContext, Page } from '@playwright/test';
import { untilInteractive } from '#tests/journeys/support/documents.ts';
import { signInLink } from '#tests/journeys/support/parts.ts';
import { expect, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';
const somebodyElses = 'octavo:999999:draft:thread-1';
const draft = (page: Page) => page.getByLabel('Add to this');

/** A sign-in of its own: what this journey ends, others still travel with. */
async function signIn(context: BrowserContext): Promise<void> {
  const { pathname, origin } = new URL(signInLink('facilitator'));
  const headers = { Origin: origin };
  const answer = await context.request.post(pathname, { form: {}, headers, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}

/** Types a note, and leaves another person's draft in the browser beside it. */
async function typeDraft(page: Page, text: string): Promise<void> {
  await page.goto(threads);
  await page.getByRole('link', { name: 'What the re-org took away' }).click();
  await untilInteractive(page);
  await page.evaluate((key) => localStorage.setItem(key, 'not mine'), somebodyElses);
  await draft(page).fill(text);
}

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function expectForgotten(page: Page): Promise<void> {
  await page.waitForURL('/sign-in');
  await expect(page.getByText('This browser keeps nothing of yours.')).toBeVisible();
  await expect.poll(() => kept(page)).toEqual([somebodyElses]);
}

test.beforeEach(({ context }) => signIn(context));

test('signing out from the menu drops a draft, also what was typed at the last moment', async ({
  page,
}) => {
  await typeDraft(page, 'For this circle alone');
  await page.getByLabel(': account').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectForgotten(page);
});

test('signing out from the account page drops drafts before it is answered', async ({ page }) => {
  await typeDraft(page, 'For this circle alone');
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
  await page.goto('/account');
  await untilInteractive(page);
  expect(await kept(page)).toHaveLength(2);
  let answered = () => {};
  const held = new Promise<void>((resolve) => {
    answered = resolve;
  });
  await page.route('**/sign-out.data*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  expect(await kept(page)).toEqual([somebodyElses]);
  answered();
  await expectForgotten(page);
});

test('signing out before scripts run drops drafts on the next page', async ({ page }) => {
  await typeDraft(page, 'For this circle alone');
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
  await page.route('**/assets/**/*.js', (route) => route.abort());
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/sign-out');
  await page.unrouteAll();
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expectForgotten(page);
});

test('a draft outlives a sign-in that only came to its end', async ({ page, context }) => {
  await typeDraft(page, 'Half a thought');
  await expect(page.getByText('Draft saved in this browser')).toBeVisible();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Post note' }).click();
  await expect(page.getByText('You are signed out here, so this was not saved.')).toBeVisible();
  await expect(draft(page)).toHaveValue('Half a thought');
  await signIn(context);
  await page.reload();
  await expect(page.getByText('Your draft is back.')).toBeVisible();
  await expect(draft(page)).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Discard it' }).click();
});
