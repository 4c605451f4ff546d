import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { addressOfNewPoll } from '#app/polls/addresses.ts';
import { pollsOf } from '#app/polls/queries/polls.server.ts';
import { OpenPolls } from '#app/polls/views/open-polls.tsx';
import { seriesNow } from '#app/series/queries/series.server.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { SeriesOfCircle } from '#app/series/views/series-lines.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { SessionList } from '#app/sessions/views/session-list.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Sessions');

export const loader = memberLoader(async ({ member, viewer, url, peek }) => {
  const before = url.searchParams.get('before');
  const [sessions, polls, series] = await Promise.all([
    sessionsOf(member, before),
    pollsOf(member),
    before === null ? seriesNow(member) : [],
    markRead({ viewer, peek }, member.circle.slug, ['sessions']),
  ]);
  return {
    ...sessions,
    polls,
    series,
    first: before === null,
    circleSlug: member.circle.slug,
    runs: runsNow(member),
    clocks: clocksOf(member),
  };
});

export default function Sessions() {
  const { polls, series, ...list } = useLoaderData<typeof loader>();
  return (
    <SessionList
      {...list}
      series={list.first && <SeriesOfCircle series={series} {...list} />}
      polls={polls.length > 0 && <OpenPolls polls={polls} {...list} />}
      find={<ButtonLink to={addressOfNewPoll(list.circleSlug)}>Find a time together</ButtonLink>}
      more={
        <ButtonLink
          to={addressOfRota(list.circleSlug)}
          variant="quiet"
          className="whitespace-nowrap"
        >
          Whose turn it is
        </ButtonLink>
      }
    />
  );
}
