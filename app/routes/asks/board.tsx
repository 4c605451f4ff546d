import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { BoardView } from '#app/mentoring/views/board-view.tsx';
import { titled } from '#app/ui/page/title.ts';

/** So much that came of asks is on the board. */
const OUTCOMES = 6;

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Asks');

export const loader = memberLoader(async ({ member, viewer, url }) => {
  const now = new Date();
  const before = beforeOf(url.searchParams);
  const [board, outcomes] = await Promise.all([
    boardOf(member, { before, now }),
    outcomesIn(member, { most: OUTCOMES }),
  ]);
  return {
    ...{ board, outcomes },
    circle: member.circle.slug,
    isHost: member.role === 'host',
    further: before !== null,
    clocks: { now: now.toISOString(), zone: viewer.timeZone },
  };
});

export default function AskBoard() {
  return <BoardView {...useLoaderData<typeof loader>()} />;
}
