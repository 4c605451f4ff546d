import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { answerOn, seasonOf } from '#tests/seasons/season.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { day } from './planned.ts';

test('a reading that was ended can be taken up again until a newer one begins', async () => {
  const { host, members, readingId, bookId, sectionIds, circle } = await seasonOf(2);
  const path = `/circles/${circle.slug}/reading/${readingId}`;
  const cookie = await signInCookie(host.viewer);
  const offered = async (of = cookie) =>
    (await ask(path, { cookie: of })).body.includes(`href="${path}/reopening"`);
  expect(await offered()).toBe(false);
  expect(await endSeason(host, readingId, answerOn(9))).toEqual({ ok: true });
  // Long after the line that offered it once.
  expect(await offered()).toBe(true);
  expect(await offered(await signInCookie(members[0]?.viewer ?? host.viewer))).toBe(false);
  expect((await ask(`${path}/reopening`, { cookie, form: {} })).status).toBe(303);
  expect(await offered()).toBe(false);

  await endSeason(host, readingId, answerOn(9));
  const next = { bookId, submissionKey: randomUUID(), terms: plainTerms };
  const planned = await planReading(host, {
    // Begun wherever the circle is, whatever the hour.
    ...{ ...next, startsOn: day(-1), endsOn: day(9) },
    milestones: [{ title: '', dueOn: day(9), sectionIds }],
  });
  expect(planned.ok).toBe(true);
  expect(await offered()).toBe(false);
});

test('Reading shows the vote that is open, also when no book is on', async () => {
  const { host, members, readingId, circle } = await seasonOf(2);
  const path = `/circles/${circle.slug}/reading`;
  const cookie = await signInCookie(members[0]?.viewer ?? host.viewer);
  const page = async () => (await ask(path, { cookie })).body;
  expect(await page()).not.toContain('Which book next?');
  const opened = await openChoice(host, {
    date: day(7),
    time: '18:30',
    zone: host.circle.timeZone,
    submissionKey: randomUUID(),
  });
  if (!opened.ok) throw new Error(opened.reason);
  const link = `href="/circles/${circle.slug}/choosing/${opened.choiceId}"`;
  expect(await page()).toContain(link);
  await endSeason(host, readingId, answerOn(9));
  const after = await page();
  expect(after).toContain(link);
  expect(after).not.toContain('No book on the table yet.');
});
