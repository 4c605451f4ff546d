import { redirect } from '@remix-run/node';
import { facilitatorButton, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { skipDay } from '#app/series/commands/skip-day.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  found(await sessionOf(facilitator, id('session')));
  return redirect(addressOfSession(facilitator.circle.slug, id('session')));
});

/** Skips the day of a session of a series. */
export const action = facilitatorButton(
  EmptySchema,
  ({ facilitator, id }) => addressOfSession(facilitator.circle.slug, id('session')),
  async ({ facilitator, id }) => {
    const { slug } = facilitator.circle;
    const sessionId = id('session');
    const skipped = await skipDay(facilitator, sessionId);
    if (!skipped.ok) {
      found(skipped.reason === 'gone' ? null : true);
      return redirectWith(addressOfSession(slug, sessionId), 'session-begun');
    }
    const param = `${slug}/sessions/${sessionId}`;
    return redirectWith(addressOfSeries(slug, skipped.seriesId), 'session-skipped', param);
  },
);
