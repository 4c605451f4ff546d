import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { OutcomesView } from '#app/mentoring/views/outcomes-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('What came of our asks');

export const loader = memberLoader(async ({ member, viewer, url }) => {
  const before = beforeOf(url.searchParams);
  return {
    ...(await outcomesIn(member, { before })),
    circle: member.circle.slug,
    further: before !== null,
    clocks: { now: new Date().toISOString(), zone: viewer.timeZone },
  };
});

export default function Outcomes() {
  return <OutcomesView {...useLoaderData<typeof loader>()} />;
}
