import { expect, test } from 'vitest';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';

/** What is chosen among the time zones of a page without scripts. */
const chosen = (body: string) => /value="([^"]*)" selected="">([^<]*)</.exec(body)?.slice(1);

test.each([
  ['Asia/Calcutta', ['Asia/Kolkata', 'Kolkata']],
  ['Europe/Lisbon', ['Europe/Lisbon', 'Lisbon']],
  ['Etc/GMT+2', ['Etc/GMT+2', 'UTC−2']],
  ['Mars/Olympus_Mons', ['Mars/Olympus_Mons', 'Mars/Olympus Mons']],
])('one’s own zone is chosen on the account’s page, by today’s name: %s', async (timeZone, own) => {
  const cookie = await signInCookie(await person('Priya', { timeZone }));
  const { body } = await ask('/account', { cookie });
  expect(body).toContain('<optgroup label="Europe">');
  expect(chosen(body)).toEqual(own);
});
