import { addressOfHearLink } from '#app/notifications/hearing/addresses.ts';
import { betweenVolumeOf } from '#app/notifications/hearing/rows/between-volume.server.ts';
import { type Hearer, hearerBy } from '#app/notifications/hearing/rows/hearers.server.ts';
import { type Following, followingBy } from '#app/notifications/hearing/rules/following.ts';
import { type HearLink, hearToken } from '#app/notifications/hearing/rules/hear-link.server.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { absolute } from '#app/platform/links.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle, inCircles } from '#db/in-circle.server.ts';

/**
 * The address in a mail, and in its List-Unsubscribe, of the one setting that mail comes of. It works
 * without signing in.
 * @param of 'all' for a mail that is of several circles, or of one and of what is between people
 * @param threadId of a mail that is about one thread alone
 */
export async function unsubscribeUrl(
  personId: number,
  of: HearLink['of'],
  threadId: number | null = null,
): Promise<string> {
  const { secret } = await db.selectFrom('site').select('secret').executeTakeFirstOrThrow();
  return absolute(addressOfHearLink(hearToken({ personId, of, threadId }, secret)));
}

interface Sent {
  personId: number | null;
  /** null for a mail of several circles, or of none */
  circleId: number | null;
  /** whether it is of all that its recipient's circles tell */
  isBundle: boolean;
  /** whether it is of nothing but what is between people */
  isBetween: boolean;
  /** the only thread it is about */
  threadId: number | null;
}

/** The same for a message; null where what it comes of is not its recipient's to say. */
export async function settingsOf({
  personId,
  circleId,
  isBundle,
  isBetween,
  threadId,
}: Sent): Promise<string | null> {
  if (personId === null) return null;
  if (isBetween) return unsubscribeUrl(personId, 'between');
  if (circleId === null) return isBundle ? unsubscribeUrl(personId, 'all') : null;
  const member = await db
    .selectFrom('membership')
    .select('role')
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return member ? unsubscribeUrl(personId, circleId, threadId) : null;
}

/** What the page behind such a link shows: no more than its one setting. */
export type HearLinkPage =
  | { about: 'all' | 'between'; volume: Volume | null }
  | { about: 'circle'; circle: string; cloth: string; volume: Volume | null }
  | { about: 'thread'; circle: string; cloth: string; thread: string; following: Following }
  /** they are not there any more: there is nothing to set */
  | { about: 'nothing' };

/** Null for a link that is none of ours. */
export async function hearLinkPage(token: string): Promise<HearLinkPage | null> {
  const hearer = await hearerBy(db, token);
  if (!hearer) return null;
  const { personId, about, threadId } = hearer;
  const [circle] = hearer.circles;
  if (about === 'between') return { about, volume: await betweenVolumeOf(db, personId) };
  if (about === 'all') return { about, volume: await volumeOfAll(hearer) };
  if (!circle) return { about: 'nothing' };
  if (threadId !== null) {
    const thread = await threadOf(circle.id, threadId, personId);
    if (!thread) return { about: 'nothing' };
    return { about: 'thread', circle: circle.name, cloth: circle.cloth, ...thread };
  }
  const [volume = null] = await volumesOf(personId, [circle.id]);
  return { about: 'circle', circle: circle.name, cloth: circle.cloth, volume };
}

async function threadOf(circleId: number, threadId: number, personId: number) {
  const row = await db
    .selectFrom('thread')
    .leftJoin('thread_following as f', (join) =>
      join
        .onRef('f.circle_id', '=', 'thread.circle_id')
        .onRef('f.thread_id', '=', 'thread.id')
        .on('f.person_id', '=', personId),
    )
    .select(['thread.title', 'f.muted'])
    .where(inCircle({ circleId }, 'thread'))
    .where('thread.id', '=', threadId)
    .executeTakeFirst();
  return row && { thread: row.title, following: followingBy(row.muted) };
}

/** What they want of all their circles, asks and conversations; null where that is not one thing. */
async function volumeOfAll({ personId, circles }: Hearer): Promise<Volume | null> {
  const between = await betweenVolumeOf(db, personId);
  const said = await volumesOf(
    personId,
    circles.map(({ id }) => id),
  );
  const [volume, ...others] = new Set<Volume>([between, ...said]);
  return others.length === 0 ? (volume ?? null) : null;
}

/** What they want of each of these circles, in no order. */
async function volumesOf(personId: number, circleIds: readonly number[]): Promise<Volume[]> {
  const rows = await db
    .selectFrom('circle_volume')
    .select('volume')
    .where(inCircles(circleIds, 'circle_volume'))
    .where('person_id', '=', personId)
    .execute();
  const unsaid = Array<Volume>(circleIds.length - rows.length).fill('everything');
  return [...rows.map(({ volume }) => volume as Volume), ...unsaid];
}
