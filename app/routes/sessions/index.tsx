import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { SessionList } from '#app/sessions/views/session-list.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Sessions');

export const loader = memberLoader(async ({ member, url }) => {
  const before = url.searchParams.get('before');
  return {
    ...(await sessionsOf(member, before)),
    first: before === null,
    circleSlug: member.circle.slug,
    runs: runsNow(member),
    clocks: clocksOf(member),
  };
});

export default function Sessions() {
  return <SessionList {...useLoaderData<typeof loader>()} />;
}
