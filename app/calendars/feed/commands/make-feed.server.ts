import type { Viewer } from '#app/access/proofs.ts';
import { feeds } from '#app/calendars/limits.server.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { db, type Tx } from '#db/database.server.ts';

interface Of {
  /** all of theirs for '', or the one with this slug */
  circle: string;
  submissionKey: string;
}

type Made =
  | { ok: true; token: string }
  /** made-before: this form made one, which was told then */
  | { ok: false; reason: 'no-such-circle' | 'made-before' };

/** 256 bits: nobody guesses one, and it is all that stands before what it gives. */
const TOKEN_BYTES = 32;

/**
 * Makes the address that somebody’s calendar reads, ending the one before of the same circles.
 * @returns its token, told only now
 */
export async function makeFeed(
  viewer: Viewer,
  of: Of,
  { now = new Date() }: { now?: Date } = {},
): Promise<Made> {
  const circleId = circleOf(viewer, of);
  if (circleId === undefined) return { ok: false, reason: 'no-such-circle' };
  return db.transaction().execute(async (tx): Promise<Made> => {
    // Two at once are made one after the other, and the last stands.
    await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', viewer.personId)
      .forNoKeyUpdate()
      .execute();
    if (await wasMade(tx, viewer, of)) return { ok: false, reason: 'made-before' };
    await endStanding(tx, viewer, circleId, now);
    const token = newToken(TOKEN_BYTES);
    await tx
      .insertInto('calendar_feed')
      .values({
        ...{ person_id: viewer.personId, circle_id: circleId },
        ...{ token_hash: hashToken(token), made_at: now, submission_key: of.submissionKey },
      })
      .execute();
    await feeds.count(tx, viewer.personId);
    return { ok: true, token };
  });
}

/** Ends it: at once nothing can be read there. Twice is once; also of a circle they left. */
export async function endFeed(
  viewer: Viewer,
  feedId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  await db
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('person_id', '=', viewer.personId)
    .where('id', '=', feedId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Null for all; undefined for one that they are not in. */
const circleOf = (
  { memberships }: Viewer,
  { circle: slug }: Pick<Of, 'circle'>,
): number | null | undefined =>
  slug === '' ? null : memberships.find(({ circle }) => circle.slug === slug)?.circle.id;

const wasMade = (tx: Tx, viewer: Viewer, { submissionKey }: Of) =>
  tx
    .selectFrom('calendar_feed')
    .select('id')
    .where('person_id', '=', viewer.personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst();

const endStanding = (tx: Tx, viewer: Viewer, circleId: number | null, now: Date) =>
  tx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('person_id', '=', viewer.personId)
    .where('circle_id', 'is not distinct from', circleId)
    .where('revoked_at', 'is', null)
    .execute();
