import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { SessionList } from '#app/sessions/views/session-list.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Sessions');

export const loader = memberLoader(async ({ member, viewer, url, peek }) => {
  const before = url.searchParams.get('before');
  const [sessions] = await Promise.all([
    sessionsOf(member, before),
    markRead({ viewer, peek }, member.circle.slug, ['sessions']),
  ]);
  return {
    ...sessions,
    first: before === null,
    circleSlug: member.circle.slug,
    runs: runsNow(member),
    clocks: clocksOf(member),
  };
});

export default function Sessions() {
  const list = useLoaderData<typeof loader>();
  return (
    <SessionList
      {...list}
      more={
        <ButtonLink to={addressOfRota(list.circleSlug)} variant="quiet">
          Whose turn it is
        </ButtonLink>
      }
    />
  );
}
