import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import asks from '#app/mentoring/asks/asks.css?url';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { OutcomesView } from '#app/mentoring/views/outcomes-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [asks, styles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('What came of our asks');

export const loader = memberLoader(async ({ member, viewer, url }) => {
  const before = beforeOf(url.searchParams);
  const { outcomes, next } = await outcomesIn(member, { before });
  const ids = outcomes.map(({ id }) => id);
  return {
    ...{ outcomes, next },
    sources: Object.fromEntries(await sourcesOf(viewer, ids)),
    circle: member.circle.slug,
    further: before !== null,
    clocks: { now: new Date().toISOString(), zone: viewer.timeZone },
  };
});

export default function Outcomes() {
  return <OutcomesView {...useLoaderData<typeof loader>()} />;
}
