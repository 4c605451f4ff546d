import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { writeConsent } from '#app/circles/agreement/rows/agreements.server.ts';
import { seat } from '#app/circles/rows/seats.server.ts';
import { newSlug } from '#app/circles/rules/slug.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { circles } from '../limits.server.ts';

export interface CircleInput {
  name: string;
  purpose: string;
  seats: number;
  timeZone: string;
  visibility: 'private' | 'listed';
  cloth: Cloth;
  agreement: string;
  submissionKey: string;
}

export type CircleOutcome =
  | { ok: true; circleId: number; slug: string }
  | { ok: false; reason: 'started-before'; slug: string; name: string };

/**
 * Starts a circle with `viewer` as its host. The same submission twice is one circle; the same form
 * sent again with something else in it starts none, and says which it started.
 */
export async function createCircle(viewer: Viewer, form: CircleInput): Promise<CircleOutcome> {
  return db.transaction().execute(async (tx): Promise<CircleOutcome> => {
    for (;;) {
      const circle = await insertCircle(tx, viewer, form);
      if (circle) {
        await seat(tx, circle.id, viewer.personId, 'host', new Date());
        await tx
          .insertInto('agreement')
          .values({
            circle_id: circle.id,
            version: 1,
            body: form.agreement,
            written_by: viewer.personId,
          })
          .execute();
        await writeConsent(tx, circle.id, 1, viewer.personId);
        await circles.count(tx, viewer.personId);
        return { ok: true, circleId: circle.id, slug: circle.slug };
      }
      const before = await startedBy(tx, viewer, form);
      if (before?.same) return { ok: true, circleId: before.id, slug: before.slug };
      if (before) {
        return { ok: false, reason: 'started-before', slug: before.slug, name: before.name };
      }
    }
  });
}

/** The circle that this very form started, and whether it says the same. */
function startedBy(tx: Tx, viewer: Viewer, form: CircleInput) {
  return acrossCircles(tx, 'which circle it was is what is asked, of who started it')
    .selectFrom('circle')
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.circle_id', '=', 'circle.id').on('agreement.version', '=', 1),
    )
    .select(['circle.id', 'circle.slug', 'circle.name'])
    .select(({ eb, and }) =>
      and([
        eb('circle.name', '=', form.name),
        eb('circle.purpose', '=', form.purpose),
        eb('circle.seats', '=', form.seats),
        eb('circle.time_zone', '=', form.timeZone),
        eb('circle.visibility', '=', form.visibility),
        eb('circle.cloth', '=', form.cloth),
        eb('agreement.body', '=', form.agreement),
      ]).as('same'),
    )
    .where('circle.created_by', '=', viewer.personId)
    .where('circle.submission_key', '=', form.submissionKey)
    .executeTakeFirst();
}

/** Undefined when the submission was seen before, or the random address is in use. */
function insertCircle(tx: Tx, viewer: Viewer, form: CircleInput) {
  return tx
    .insertInto('circle')
    .values({
      slug: newSlug(form.name),
      name: form.name,
      purpose: form.purpose,
      seats: form.seats,
      time_zone: form.timeZone,
      visibility: form.visibility,
      cloth: form.cloth,
      created_by: viewer.personId,
      submission_key: form.submissionKey,
    })
    .onConflict((c) => c.doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst();
}
