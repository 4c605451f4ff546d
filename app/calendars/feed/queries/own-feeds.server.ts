import type { Viewer } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** The addresses of somebody that can be read, that of all circles first. */
export async function ownFeeds(viewer: Viewer) {
  const rows = await db
    .selectFrom('calendar_feed as feed')
    .leftJoin('circle', 'circle.id', 'feed.circle_id')
    .select(['feed.id', 'feed.circle_id', 'feed.made_at', 'feed.read_at'])
    .select(['circle.name', 'circle.slug'])
    .where('feed.person_id', '=', viewer.personId)
    .where('feed.revoked_at', 'is', null)
    .orderBy('circle.name', (order) => order.asc().nullsFirst())
    .execute();
  const mine = new Set(viewer.memberships.map(({ circle }) => circle.id));
  return rows.map((row) => ({
    id: row.id,
    // Of a circle that they left only that it was one is theirs to read.
    circle: row.circle_id === null || !mine.has(row.circle_id) ? null : row.name,
    slug: row.circle_id === null ? '' : row.slug,
    isOver: row.circle_id !== null && !mine.has(row.circle_id),
    madeAt: row.made_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
}

export type OwnFeed = Awaited<ReturnType<typeof ownFeeds>>[number];
