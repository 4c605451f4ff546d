import type { Member } from '#app/access/proofs.ts';
import { digestOf, keyOfAnother } from '#app/discussions/rows/submission-key.server.ts';
import { tolds } from '#app/mentoring/limits.server.ts';
import type { ToldInput } from '#app/mentoring/told/forms.ts';
import { renderTold, type Unshown } from '#app/mentoring/told/rows/told-rows.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

type Written = { ok: true; toldId: number } | Unshown;

/**
 * Shares what a member was told, and what they will do with it. Sent twice, it is one; another text
 * under the same key is another. A host may open the circle's board with it.
 */
export async function writeTold(
  member: Member,
  form: ToldInput,
  { now = new Date() } = {},
): Promise<Written> {
  const rendered = await renderTold(form);
  if (!rendered.ok) return rendered;
  const { told_html, will_html } = rendered;
  return db.transaction().execute(async (tx): Promise<Written> => {
    const { toldId, repeated } = await saved(tx, member, form, { told_html, will_html }, now);
    if (form.opening && member.role === 'host') await openBoard(tx, member, toldId, now);
    if (!repeated) {
      await tolds.count(tx, member.personId);
      const happened = { occasion: 'told', thing: toldId, detail: {} } as const;
      await tell(tx, member, { ...happened, by: member.personId, at: now });
    }
    return { ok: true, toldId };
  });
}

async function saved(
  tx: Tx,
  { circleId, personId }: Member,
  { submissionKey, told, will }: ToldInput,
  html: { told_html: string; will_html: string },
  now: Date,
): Promise<{ toldId: number; repeated: boolean }> {
  const submission_digest = digestOf(circleId, told, will);
  for (const submission_key of [submissionKey, keyOfAnother(submissionKey, submission_digest)]) {
    const row = await tx
      .insertInto('told')
      .values({
        ...{ circle_id: circleId, person_id: personId, told, will, ...html, at: now },
        ...{ submission_key, submission_digest },
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'submission_key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row) return { toldId: row.id, repeated: false };
    const earlier = await tx
      .selectFrom('told')
      .select('id')
      .where(inCircle({ circleId }, 'told'))
      .where('person_id', '=', personId)
      .where('submission_key', '=', submission_key)
      .where('submission_digest', '=', submission_digest)
      .executeTakeFirst();
    if (earlier) return { toldId: earlier.id, repeated: true };
  }
  throw new Error('Both keys of a submission lead nowhere.');
}

const openBoard = (tx: Tx, { circleId }: Member, toldId: number, now: Date) =>
  tx
    .insertInto('board_opening')
    .values({ circle_id: circleId, told_id: toldId, at: now })
    .onConflict((conflict) =>
      conflict.column('circle_id').doUpdateSet({ told_id: toldId, at: now }),
    )
    .execute();
