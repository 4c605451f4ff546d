import type { Viewer } from '#app/access/proofs.ts';
import { agreementOf, writeConsent } from '#app/circles/agreement/rows/agreements.server.ts';
import { lockCircle, openPlace, roleIn } from '#app/circles/rows/seats.server.ts';
import { MOST_REQUESTS_A_DAY } from '#app/circles/rules/circles.ts';
import { joinRequests } from '#app/joining/limits.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, inCircleAt } from '#db/in-circle.server.ts';

export type RequestOutcome =
  | { ok: true }
  | { ok: false; reason: 'member' | 'in-line' | 'agreement-changed' | 'too-often' }
  | { ok: false; reason: 'asked-before'; word: string };

/**
 * Asks a listed circle's host for a seat and says “I’m in” to its agreement. Asked twice it is one
 * request; with another word it keeps the first, unless the other is to stand `instead`. Null for a circle that is not listed: a stranger must not learn that it exists.
 */
export async function requestToJoin(
  viewer: Viewer,
  slug: string,
  form: { word: string; agreementVersion: number; instead?: 'yes' },
): Promise<RequestOutcome | null> {
  return db.transaction().execute(async (tx): Promise<RequestOutcome | null> => {
    const named = await tx
      .selectFrom('circle')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (!named) return null;
    const circle = await lockCircle(tx, named.id);
    const { personId } = viewer;
    if (await roleIn(tx, circle.id, personId)) return { ok: false, reason: 'member' };
    if (circle.visibility !== 'listed' || circle.archived) return null;
    if (await openPlace(tx, circle.id, personId)) return { ok: false, reason: 'in-line' };
    const recent = await tx
      .selectFrom('join_request')
      .select(['id', 'word', 'decided_at'])
      .where(inCircle({ circleId: circle.id }, 'join_request'))
      .where('person_id', '=', personId)
      .where(({ eb, or }) =>
        or([eb('created_at', '>', daysAfter(new Date(), -1)), eb('decided_at', 'is', null)]),
      )
      .execute();
    const open = recent.find((request) => request.decided_at === null);
    if (open) return askAgain(tx, circle.id, open, form);
    if (recent.length >= MOST_REQUESTS_A_DAY) return { ok: false, reason: 'too-often' };
    const { version } = await agreementOf(tx, circle.id);
    if (version !== form.agreementVersion) return { ok: false, reason: 'agreement-changed' };
    await writeConsent(tx, circle.id, version, personId);
    const request = await tx
      .insertInto('join_request')
      .values({ circle_id: circle.id, person_id: personId, word: form.word })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (request) {
      await tell(
        tx,
        { circleId: circle.id },
        {
          ...{ occasion: 'request-received', thing: request.id, detail: {} },
          ...{ by: personId, at: new Date() },
          mail: {
            message: 'request-received',
            given: { requestId: request.id },
            occasion: `request:${request.id}`,
          },
        },
        { roles: ['host'] },
      );
      await joinRequests.count(tx, personId);
    }
    return { ok: true };
  });
}

async function askAgain(
  tx: Tx,
  circleId: number,
  open: { id: number; word: string },
  { word, instead }: { word: string; instead?: 'yes' },
): Promise<RequestOutcome> {
  if (open.word === word) return { ok: true };
  if (!instead) return { ok: false, reason: 'asked-before', word: open.word };
  await tx
    .updateTable('join_request')
    .set({ word })
    .where(inCircle({ circleId }, 'join_request'))
    .where('id', '=', open.id)
    .execute();
  return { ok: true };
}

/** @returns false when there is no open request to withdraw */
export async function withdrawRequest(viewer: Viewer, slug: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_request')
    .set({ decided_at: new Date(), decision: 'withdrawn' })
    .where(inCircleAt(slug, 'join_request'))
    .where('join_request.person_id', '=', viewer.personId)
    .where('join_request.decided_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
