import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import asks from '#app/mentoring/asks/asks.css?url';
import { sourcesOf } from '#app/mentoring/asks/queries/sources.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { boardOf } from '#app/mentoring/queries/board.server.ts';
import { outcomesIn } from '#app/mentoring/queries/outcomes.server.ts';
import { nextRound } from '#app/mentoring/rounds/queries/next-round.server.ts';
import { beforeOf } from '#app/mentoring/rules/paging.ts';
import { BoardView } from '#app/mentoring/views/board-view.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

/** So much that came of asks is on the board. */
const OUTCOMES = 6;

export const links = () => [asks, styles].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Asks');

export const loader = memberLoader(async ({ member, viewer, url, peek }) => {
  const now = new Date();
  const before = beforeOf(url.searchParams);
  const [board, outcomes, round] = await Promise.all([
    boardOf(member, { before, now }),
    outcomesIn(member, { most: OUTCOMES }),
    nextRound(member, { now }),
  ]);
  const ids = [...board.own, ...board.others, ...outcomes.outcomes].map(({ id }) => id);
  const seen = board.others.map(({ id }) => `ask:${id}`);
  const answers = board.own.flatMap(({ answers }) => answers.map(({ id }) => `offer:${id}`));
  const [sources] = await Promise.all([
    sourcesOf(viewer, ids, { now }),
    markRead({ viewer, peek }, member.circle.slug, seen),
    markRead({ viewer, peek }, null, answers),
  ]);
  return {
    ...{ board, outcomes, round },
    sources: Object.fromEntries(sources),
    circle: member.circle.slug,
    isHost: member.role === 'host',
    further: before !== null,
    clocks: { now: now.toISOString(), zone: viewer.timeZone },
  };
});

export default function AskBoard() {
  return <BoardView {...useLoaderData<typeof loader>()} />;
}
