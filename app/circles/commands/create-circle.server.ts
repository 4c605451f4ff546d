import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { writeConsent } from '#app/circles/agreement/rows/agreements.server.ts';
import { seat } from '#app/circles/rows/seats.server.ts';
import { newSlug } from '#app/circles/rules/slug.server.ts';
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

/** Starts a circle with `viewer` as its host. The same submission twice is one circle. */
export async function createCircle(
  viewer: Viewer,
  form: CircleInput,
): Promise<{ circleId: number; slug: string }> {
  return db.transaction().execute(async (tx) => {
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
        return { circleId: circle.id, slug: circle.slug };
      }
      const before = await tx
        .selectFrom('circle')
        .select(['id', 'slug'])
        .where('created_by', '=', viewer.personId)
        .where('submission_key', '=', form.submissionKey)
        .executeTakeFirst();
      if (before) return { circleId: before.id, slug: before.slug };
    }
  });
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
