import { findEveryPage } from '#tests/journeys/support/every-page.ts';
import { test } from '#tests/support/journey.ts';

test('every page has something to show, and a way there', async ({ browser, signIns }) => {
  await findEveryPage(browser, signIns);
});
