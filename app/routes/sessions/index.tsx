import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { seriesNow } from '#app/series/queries/series.server.ts';
import { SeriesOfCircle } from '#app/series/views/series-lines.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { SessionList } from '#app/sessions/views/session-list.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Sessions');

export const loader = memberLoader(async ({ member, viewer, url, peek }) => {
  const before = url.searchParams.get('before');
  const [sessions, series] = await Promise.all([
    sessionsOf(member, before),
    before === null ? seriesNow(member) : [],
    markRead({ viewer, peek }, member.circle.slug, ['sessions']),
  ]);
  return {
    ...sessions,
    series,
    first: before === null,
    circleSlug: member.circle.slug,
    runs: runsNow(member),
    clocks: clocksOf(member),
  };
});

export default function Sessions() {
  const { series, ...list } = useLoaderData<typeof loader>();
  return (
    <SessionList {...list} series={list.first && <SeriesOfCircle series={series} {...list} />} />
  );
}
