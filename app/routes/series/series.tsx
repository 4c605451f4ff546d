import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { seriesOf } from '#app/series/queries/series.server.ts';
import { SeriesPage } from '#app/series/views/series-view.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ series: { recurs: string } }>(({ series }) => series.recurs);

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const [series] = await Promise.all([
    seriesOf(member, id('series')).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`series:${id('series')}`]),
  ]);
  return {
    series,
    circleSlug: member.circle.slug,
    runs: runsNow(member),
    me: member.personId,
    clocks: clocksOf(member),
  };
});

export default function Series() {
  return <SeriesPage {...useLoaderData<typeof loader>()} />;
}
