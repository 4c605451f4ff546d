import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import asks from '#app/mentoring/asks/asks.css?url';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { BoardView } from '#app/mentoring/views/board-view.tsx';
import { titled } from '#app/ui/page/title.ts';

/** So much that came of asks is on the board. */
const OUTCOMES = 6;

export const links = () => [asks, styles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Asks');

export const loader = memberLoader(async ({ member, viewer, url }) => {
  const now = new Date();
  const before = beforeOf(url.searchParams);
  const [board, outcomes] = await Promise.all([
    boardOf(member, { before, now }),
    outcomesIn(member, { most: OUTCOMES }),
  ]);
  const ids = [...board.own, ...board.others, ...outcomes.outcomes].map(({ id }) => id);
  return {
    ...{ board, outcomes },
    sources: Object.fromEntries(await sourcesOf(viewer, ids, { now })),
    circle: member.circle.slug,
    isHost: member.role === 'host',
    further: before !== null,
    clocks: { now: now.toISOString(), zone: viewer.timeZone },
  };
});

export default function AskBoard() {
  return <BoardView {...useLoaderData<typeof loader>()} />;
}
