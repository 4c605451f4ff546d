import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { toldIn } from '#app/mentoring/told/queries/told.server.ts';
import { ToldList } from '#app/mentoring/told/views/told-list.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('What we were told');

export const loader = memberLoader(async ({ member, viewer, url, peek }) => {
  const before = beforeOf(url.searchParams);
  const { slug } = member.circle;
  const { told, next } = await toldIn(member, { before });
  await markRead(
    { viewer, peek },
    slug,
    told.map(({ id }) => `told:${id}`),
  );
  return {
    ...{ told, next },
    circle: slug,
    further: before !== null,
    clocks: { now: new Date().toISOString(), zone: viewer.timeZone },
  };
});

export default function AllTold() {
  return <ToldList {...useLoaderData<typeof loader>()} />;
}
