import type { Route } from '@playwright/test';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, test } from '#tests/support/journey.ts';

/** What nginx answers by itself. */
const page = (status: number, title: string) => ({
  status,
  contentType: 'text/html',
  body: `<html><head><title>${status} ${title}</title></head><body>nginx</body></html>`,
});

const library = { name: 'library.csv', mimeType: 'text/csv', buffer: Buffer.from('Title\nA') };

test('an import that the server in front refuses says so where it was sent', async ({
  page: tab,
  signInAs,
}) => {
  await signInAs('member');
  await tab.goto('/shelf/imports/new');
  const field = tab.getByLabel('The CSV file');
  const send = tab.getByRole('button', { name: 'Import', exact: true });

  let refuse: (sent: Route) => Promise<void> = (sent) =>
    sent.fulfill(page(413, 'Request Entity Too Large'));
  await tab.route('**/shelf/imports/new.data', (route) =>
    route.request().method() === 'POST' ? refuse(route) : route.continue(),
  );
  await field.setInputFiles(library);
  await send.click();
  await expect(tab.getByText(/too large for the server in front of Octavo/)).toBeVisible();
  await expect(field).toBeFocused();
  await expectAccessible(tab);

  refuse = (sent) => sent.abort('connectionreset');
  await send.click();
  await expect(tab.getByText(/The connection broke before the whole file/)).toBeVisible();

  refuse = (sent) => sent.continue();
  await send.click();
  await expect(tab.getByText(/This is no export we know/)).toBeVisible();
});

test('a server in front that does not reach Octavo is not called our fault', async ({
  page: tab,
  signInAs,
}) => {
  await tab.clock.install();
  await signInAs('member');
  await tab.goto('/');
  await tab.route('**/shelf.data', (route) => route.fulfill(page(502, 'Bad Gateway')));
  const shelf = tab.getByRole('link', { name: 'Shelf', exact: true });
  await shelf.click();
  const said = tab.getByText(/Octavo can’t be reached just now\. The page opens by itself/);
  await expect(said).toBeVisible();
  await expect(tab).toHaveURL('/');
  await expectAccessible(tab);

  // It would try by itself before one has pressed: from before the wait begins, no time goes by.
  await tab.goto('/');
  await tab.clock.pauseAt(Date.now() + 60_000);
  await shelf.click();
  await expect(said).toBeVisible();
  await tab.unroute('**/shelf.data');
  await tab.getByRole('button', { name: 'Try now' }).click();
  await expect(tab.getByRole('heading', { level: 1, name: /shelf/i })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('a form that Octavo refuses for where it came from says what to set', async ({
  page: tab,
}) => {
  await tab.goto('/sign-in');
  await tab.route('**/sign-in.data', async (route) => {
    const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'cross-site' };
    await route.fulfill({ response: await route.fetch({ headers }) });
  });
  await tab.getByLabel('Email').fill('ada@example.org');
  await tab.getByLabel('Password').fill('not the one at all');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('heading', { name: 'That was not accepted' })).toBeVisible();
  await expect(tab.getByText(/its header Sec-Fetch-Site/)).toBeVisible();
});
