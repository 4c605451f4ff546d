import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { UNREAD_THREADS } from '#app/discussions/rows/unread-threads-statement.server.ts';
import { newInWords } from '#app/discussions/rules/discussions.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** How many of a circle's latest threads are looked through, and how many are shown. */
const LOOK_AT = 20;
const SHOW = 3;
/** Of how many circles they are. */
const CIRCLES = 4;

export interface UnreadThread {
  id: number;
  title: string;
  /** '3 new' */
  fresh: string;
  /** three who wrote in it lately, the latest first */
  people: string[];
}

/** The threads of one circle that hold something new. */
export interface CircleNews {
  circle: { slug: string; name: string; cloth: Cloth };
  /** the latest of them; none where circles with later news are shown before it */
  threads: UnreadThread[];
  /** further ones among the latest */
  more: number;
  /** the last note in any of them */
  latest: number;
}

interface Row {
  circle: number;
  /** those that hold something new, in this circle */
  threads: number;
  latest: number;
  id: number;
  title: string;
  /** null for one that is not shown, like its names */
  fresh: number | null;
  names: string[] | null;
}

/**
 * What is new to the viewer in each of their circles, where something was written last coming first:
 * the threads of the first four, and the others' number. One round trip, whatever the number of circles.
 */
export async function unreadThreads(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<CircleNews[]> {
  const circles = viewer.memberships.map(({ circle }) => circle);
  if (circles.length === 0) return [];
  const { rows } = await acrossCircles(
    databasePool(),
    'the circles a person is in, each by itself',
  ).query<Row>({
    text: UNREAD_THREADS,
    values: [
      circles.map(({ id }) => id),
      viewer.personId,
      circles.map(({ timeZone }) => todayIn(timeZone, now)),
      ...[LOOK_AT, CIRCLES, SHOW],
    ],
  });
  return [...new Set(rows.map(({ circle }) => circle))].flatMap((id): CircleNews[] => {
    const circle = circles.find((one) => one.id === id);
    const own = rows.filter((row) => row.circle === id);
    const shown = own.filter(({ names }) => names !== null);
    if (!circle) return [];
    const { slug, name, cloth } = circle;
    return [
      {
        circle: { slug, name, cloth },
        threads: shown.map(({ id, title, fresh, names }) => ({
          ...{ id, title, fresh: newInWords(fresh ?? 0) },
          people: (names ?? []).slice(0, 3),
        })),
        more: (own[0]?.threads ?? 0) - shown.length,
        latest: own[0]?.latest ?? 0,
      },
    ];
  });
}
