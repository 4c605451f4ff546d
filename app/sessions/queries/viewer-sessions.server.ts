import type { Viewer } from '#app/access/proofs.ts';
import { type Answer, isStale, stateOf } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';
import { endsAt } from './session-rows.server.ts';
import type { Clock } from './sessions.server.ts';

/** A session to come in one of a viewer's circles. */
export interface ComingSession {
  id: number;
  circleId: number;
  circle: { slug: string; name: string };
  title: string;
  startsAt: string;
  state: 'coming' | 'running';
  mine: Answer | null;
  /** the viewer may still say whether they come, and has not */
  needsAnswer: boolean;
}

/** Sessions to come in all circles of the viewer, the next first. Cancelled ones are left out. */
export async function comingSessions(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<ComingSession[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const rows = await comingIn([...circles.keys()], now)
    .leftJoin('session_reply as mine', (join) =>
      join
        .onRef('mine.circle_id', '=', 'session.circle_id')
        .onRef('mine.session_id', '=', 'session.id')
        .on('mine.person_id', '=', viewer.personId),
    )
    .select(['mine.answer', 'mine.replied_at', 'session.moved_at'])
    .execute();
  return rows.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    if (!circle) return [];
    const timed = { startsAt: row.starts_at, minutes: row.minutes, cancelled: null };
    const stale = row.replied_at !== null && isStale(row.replied_at, row.moved_at);
    const mine = stale ? null : (row.answer as Answer | null);
    const state = stateOf(timed, now) === 'coming' ? 'coming' : 'running';
    return {
      id: row.id,
      circleId: row.circle_id,
      circle: { slug: circle.slug, name: circle.name },
      title: row.title,
      startsAt: row.starts_at.toISOString(),
      state,
      mine,
      needsAnswer: mine === null && state === 'coming',
    };
  });
}

/** Sessions to come whose agenda the viewer may write: where a card can be put. */
export async function agendasFor(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<{ circle: { slug: string; name: string }; sessionId: number; startsAt: string }[]> {
  const runs = viewer.memberships.filter(({ role }) => role !== 'member');
  const circles = new Map(runs.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const rows = await comingIn([...circles.keys()], now).execute();
  return rows.flatMap(({ id, circle_id, starts_at }) => {
    const circle = circles.get(circle_id);
    if (!circle) return [];
    const { slug, name } = circle;
    return { circle: { slug, name }, sessionId: id, startsAt: starts_at.toISOString() };
  });
}

function comingIn(circleIds: number[], now: Date) {
  return db
    .selectFrom('session')
    .select([
      'session.id',
      'session.circle_id',
      'session.title',
      'session.starts_at',
      'session.minutes',
    ])
    .where('session.circle_id', 'in', circleIds)
    .where('session.starts_at', '>', new Date(now.getTime() - 8 * 60 * 60_000))
    .where(endsAt, '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session_cancellation as gone')
            .select('gone.session_id')
            .whereRef('gone.circle_id', '=', 'session.circle_id')
            .whereRef('gone.session_id', '=', 'session.id'),
        ),
      ),
    )
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .limit(50);
}
