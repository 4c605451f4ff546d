import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { threadList } from '#app/discussions/rows/thread-list-statement.server.ts';
import { newInWords } from '#app/discussions/rules/discussions.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** How many of a circle's latest threads are looked through, and how many are shown. */
const LOOK_AT = 20;
const SHOW = 3;

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
  threads: UnreadThread[];
  /** further ones among the latest */
  more: number;
}

interface Row {
  circle: number;
  id: number;
  title: string;
  fresh: number;
  names: string[] | null;
}

// The statement of a circle's list, for each of these circles ($1) of the person ($2), on its day ($3).
const STATEMENT = `
select mine.circle_id as circle, t.id, t.title, t.fresh, t.names
from unnest($1::bigint[], $3::date[]) as here (circle_id, today)
join membership mine on mine.circle_id = here.circle_id and mine.person_id = $2
cross join lateral (
  ${threadList('', { circle: 'mine.circle_id', person: '$2', today: 'here.today', limit: '$4' })}
) t
where t.fresh > 0
order by t.last_note_id desc`;

/**
 * What is new to the viewer in each of their circles, where something was written last coming first.
 * One round trip, whatever the number of circles.
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
    text: STATEMENT,
    values: [
      circles.map(({ id }) => id),
      viewer.personId,
      circles.map(({ timeZone }) => todayIn(timeZone, now)),
      LOOK_AT,
    ],
  });
  return [...new Set(rows.map(({ circle }) => circle))].flatMap((id): CircleNews[] => {
    const circle = circles.find((one) => one.id === id);
    if (!circle) return [];
    const { slug, name, cloth } = circle;
    const threads = rows.filter((row) => row.circle === id);
    return [
      {
        circle: { slug, name, cloth },
        threads: threads.slice(0, SHOW).map(({ id, title, fresh, names }) => ({
          ...{ id, title, fresh: newInWords(fresh) },
          people: (names ?? []).slice(0, 3),
        })),
        more: Math.max(0, threads.length - SHOW),
      },
    ];
  });
}
