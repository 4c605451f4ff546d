import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { milestoneIn, sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { tripsOf } from '#tests/support/trips.ts';

// The site's settings are asked for anew every few seconds.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Noor in so many circles, each with something for every place of home and of its own page. */
async function noorIn(circles: number) {
  const noor = await person('Noor');
  const slugs: string[] = [];
  for (let made = 0; made < circles; made++) {
    const circle = await circleOf({ members: [noor] });
    await sessionIn(circle.host, { milestoneId: await milestoneIn(circle) });
    slugs.push(circle.slug);
  }
  const cookie = await signInCookie(noor);
  const visit = async (path: string) => {
    const { status } = await ask(path, { cookie });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  return {
    home: () => visit('/'),
    circle: () => visit(`/circles/${slugs[0]}`),
  };
}

test('home and a circle’s page ask the database as often, whatever stands on them', async () => {
  const one = await noorIn(1);
  const four = await noorIn(4);
  const all = [one.home, four.home, one.circle, four.circle];
  const warm = async () => {
    for (const visit of all) await visit();
  };
  expect(await tripsOf(warm, ...all)).toEqual([9, 9, 10, 10]);
});
