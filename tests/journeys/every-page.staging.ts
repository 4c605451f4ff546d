import { findEveryPage } from '#tests/journeys/support/every-page.ts';
import { test } from '#tests/support/journey.ts';

test('every page has something to show, and a way there', async ({ browser, signIns }) => {
  // Hundreds of pages, one after the other.
  test.setTimeout(600_000);
  await findEveryPage(browser, signIns);
});
