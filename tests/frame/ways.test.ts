import { expect, test } from 'vitest';
import { addressOfNewPoll } from '#app/polls/addresses.ts';
import { addressOfNewSeries, addressOfSeries } from '#app/series/addresses.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { addressOfSessions } from '#app/sessions/addresses.ts';
import { addressOfReminders } from '#app/sessions/reminders/addresses.ts';
import { seriesIn } from '#tests/series/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';

test('what the page of sessions leads to stands among the sessions of its circle', async () => {
  const { host, slug } = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const seriesId = await seriesIn(host, {}, { now: new Date() });
  const sessions = addressOfSessions(slug);
  for (const path of [
    ...[addressOfNewSeries(slug), addressOfSeries(slug, seriesId), addressOfRota(slug)],
    ...[addressOfReminders(slug), addressOfNewPoll(slug)],
  ]) {
    const { status, body } = await ask(path, { cookie });
    expect(status, path).toBe(200);
    const ways =
      body.match(/<a [^>]*>/g)?.filter((way) => way.includes(`href="${sessions}"`)) ?? [];
    expect(
      ways.some((way) => way.includes('aria-current="true"')),
      path,
    ).toBe(true);
  }
});
