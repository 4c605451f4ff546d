import type { Viewer } from '#app/access/proofs.ts';
import { betweenVolumeOf } from '#app/notifications/hearing/rows/between-volume.server.ts';
import { hoursOf } from '#app/notifications/hearing/rows/hours.server.ts';
import { type Following, followingBy } from '#app/notifications/hearing/rules/following.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { db } from '#db/database.server.ts';
import { inCircles, joined } from '#db/in-circle.server.ts';

export interface ChosenThread {
  id: number;
  title: string;
  /** the slug and the name */
  circle: { slug: string; name: string };
  following: Following;
}

/** Of the threads on a page, the last: what `before` takes. */
interface Place {
  at: Date;
  threadId: number;
}

const THREADS_A_PAGE = 20;

/**
 * What a person wants to hear: of each of their circles, of asks and conversations, when, and of the threads they have muted or
 * chosen to follow, the latest first.
 */
export async function hearingPage(viewer: Viewer, before: Place | null) {
  const [volumes, between, hours, threads] = await Promise.all([
    volumesOf(viewer),
    betweenVolumeOf(db, viewer.personId),
    hoursFor(viewer),
    chosenThreads(viewer, before),
  ]);
  const circles = viewer.memberships.map(({ circle }) => ({
    ...{ slug: circle.slug, name: circle.name, cloth: circle.cloth },
    volume: volumes.get(circle.id) ?? ('everything' as Volume),
  }));
  return { circles, between, hours, ...threads };
}

async function volumesOf({ personId, memberships }: Viewer): Promise<Map<number, Volume>> {
  const circleIds = memberships.map(({ circle }) => circle.id);
  const rows = await db
    .selectFrom('circle_volume')
    .select(['circle_id', 'volume'])
    .where(inCircles(circleIds, 'circle_volume'))
    .where('person_id', '=', personId)
    .execute();
  return new Map(rows.map(({ circle_id, volume }) => [circle_id, volume as Volume]));
}

/** When mail may come to them, with the version it was saved as: 0 while it was not. */
export async function hoursFor({ personId }: Viewer) {
  const row = await db
    .selectFrom('mail_hours')
    .select(['digest_days', 'digest_hour', 'quiet_from', 'quiet_to', 'version'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { ...hoursOf(row), version: row?.version ?? 0 };
}

async function chosenThreads({ personId, memberships }: Viewer, before: Place | null) {
  const circles = new Map(memberships.map(({ circle }) => [circle.id, circle]));
  const rows = await db
    .selectFrom('thread_following as f')
    .innerJoin('thread as t', (join) => join.on(joined('t.id', 'f.thread_id')))
    .select(['f.circle_id', 'f.thread_id', 'f.muted', 'f.at', 't.title'])
    .where(inCircles([...circles.keys()], 'f'))
    .where(inCircles([...circles.keys()], 't'))
    .where('f.person_id', '=', personId)
    .where(({ or, eb }) => or([eb('f.muted', '=', true), eb('f.by_hand', '=', true)]))
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('f.at', 'f.thread_id'),
          '<',
          tuple(before?.at ?? new Date(0), before?.threadId ?? 0),
        ),
      ),
    )
    .orderBy('f.at', 'desc')
    .orderBy('f.thread_id', 'desc')
    .limit(THREADS_A_PAGE + 1)
    .execute();
  const shown = rows.slice(0, THREADS_A_PAGE);
  const last = shown.at(-1);
  return {
    threads: shown.map(({ circle_id, thread_id, title, muted }): ChosenThread => {
      const { slug = '', name = '' } = circles.get(circle_id) ?? {};
      return { id: thread_id, title, circle: { slug, name }, following: followingBy(muted) };
    }),
    /** for the page after it, as `placeOf` reads it; null on the last */
    next: last && rows.length > THREADS_A_PAGE ? `${last.at.getTime()}-${last.thread_id}` : null,
  };
}

/** Where a page of threads begins, by its address; null for the first. */
export function placeOf(said: string | null): Place | null {
  const [, at, thread] = /^(\d{1,14})-([1-9]\d{0,14})$/.exec(said ?? '') ?? [];
  return at && thread ? { at: new Date(Number(at)), threadId: Number(thread) } : null;
}
