import { randomUUID } from 'node:crypto';
import type { Page, Route } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, test } from '#tests/support/journey.ts';

const threads = '/circles/tuesday-leads/threads';
const status = (page: Page) => page.getByRole('main').getByRole('status').first();
const badGateway = { status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' };
const isPost = (route: Route) => route.request().method() === 'POST';

/** A thread of one's own, and its form for another note. */
async function ownThread(page: Page) {
  const mark = randomUUID().slice(0, 8);
  await page.goto(`${threads}/new`);
  await page.getByLabel('What is it about?').fill(`In a tunnel ${mark}`);
  await page.getByLabel('Your note').fill('Before the tunnel');
  await page.getByRole('button', { name: 'Start the thread' }).click();
  await expect(page.getByRole('heading', { level: 1, name: mark })).toBeVisible();
  return {
    field: page.getByLabel('Add to this'),
    post: page.getByRole('button', { name: 'Post note' }),
    notes: (text: string) => page.locator('.note').filter({ hasText: text }),
  };
}

test('a note posted without a network is kept, and goes out when there is one', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('member');
  const { field, post, notes } = await ownThread(page);
  await field.fill('Written in the tunnel');
  await context.setOffline(true);
  await post.click();
  await expect(status(page)).toContainText('You’re offline. What you typed is kept here.');
  await expect(field).toHaveValue('Written in the tunnel');
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(notes('Written in the tunnel')).toHaveCount(1);
  await expect(field).toHaveValue('');
  await expect(status(page)).toBeEmpty();
});

test('what is mended while it waits is what goes out, once', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('member');
  const { field, post, notes } = await ownThread(page);
  await field.fill('Frist');
  await context.setOffline(true);
  await post.click();
  await expect(status(page)).toContainText('You’re offline');
  await field.fill('First');
  await post.click();
  await expect(field).toHaveValue('First');
  await context.setOffline(false);
  await expect(notes('First')).toHaveCount(1);
  await expect(notes('Frist')).toHaveCount(0);
});

test('a note whose answer was lost on the way is one note', async ({ page, signInAs }) => {
  await signInAs('member');
  const { field, post, notes } = await ownThread(page);
  const lose = { left: 2 };
  await page.route(`**${threads}/*.data`, async (route) => {
    if (!isPost(route) || lose.left-- <= 0) return route.continue();
    await route.fetch();
    return lose.left === 1 ? route.abort('connectionreset') : route.fulfill(badGateway);
  });
  await field.fill('Lost twice');
  await post.click();
  await expect(notes('Lost twice')).toHaveCount(1);
  expect(lose.left).toBeLessThanOrEqual(0);
});

test('a page asked for without a network opens when there is one, its module too', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('member');
  const { field } = await ownThread(page);
  await field.fill('Half a thought');
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(status(page)).toContainText('You’re offline. The page opens by itself');
  await expect(field).toHaveValue('Half a thought');
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/cards$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('one may go elsewhere instead of waiting', async ({ page, signInAs }) => {
  await signInAs('member');
  await page.goto('/');
  await page.route('**/shelf.data', (route) => route.fulfill(badGateway));
  await page.getByRole('link', { name: 'Shelf', exact: true }).click();
  await expect(status(page)).toContainText('Octavo can’t be reached just now');
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(page).toHaveURL(/\/cards$/);
  await expect(status(page)).toBeEmpty();
});

test('what nothing tells from a second time is sent again by its author alone', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin');
  await page.goto('/account');
  const sent: string[] = [];
  await page.route('**/account.data', (route) => {
    if (!isPost(route)) return route.continue();
    sent.push(route.request().postData() ?? '');
    return sent.length === 1 ? route.abort('connectionreset') : route.continue();
  });
  const name = page.getByLabel('Your name');
  const before = await name.inputValue();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(status(page)).toContainText('It may not have arrived: send it again.');
  await expect(name).toHaveValue(before);
  expect(sent).toHaveLength(1);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(status(page)).toContainText('Saved.');
  expect(sent).toHaveLength(2);
});

test('a page whose module a newer Octavo no longer has is opened anew', async ({
  page,
  signInAs,
}) => {
  await signInAs('member');
  await page.goto('/');
  await page.route('**/assets/browse-*.js', (route) =>
    route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }),
  );
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(page).toHaveURL(/\/cards$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
