import type { Member } from '#app/access/proofs.ts';
import { toldChanges } from '#app/mentoring/limits.server.ts';
import type { ChangeToldInput } from '#app/mentoring/told/forms.ts';
import {
  lockOwnTold,
  renderTold,
  type Unshown,
} from '#app/mentoring/told/rows/told-rows.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** It as it stands now, beside what was typed in another window. */
export interface StandingTold {
  told: string;
  will: string;
  version: number;
}

type Changed =
  | { ok: true }
  | Unshown
  | { ok: false; reason: 'not-yours' | 'taken-back' }
  | { ok: false; reason: 'changed'; theirs: StandingTold };

/**
 * Changes what a member shared, keeping what it said before. What changed since `form.version` is left
 * alone and handed back.
 */
export async function changeTold(
  member: Member,
  toldId: number,
  form: ChangeToldInput,
  { now = new Date() } = {},
): Promise<Changed> {
  const rendered = await renderTold(form);
  if (!rendered.ok) return rendered;
  const { told_html, will_html } = rendered;
  return db.transaction().execute(async (tx): Promise<Changed> => {
    const row = await lockOwnTold(tx, member, toldId);
    if (!row) return { ok: false, reason: 'not-yours' };
    if (row.taken_back_at) return { ok: false, reason: 'taken-back' };
    const { told, will } = form;
    if (row.told === told && row.will === will) return { ok: true };
    if (row.version !== form.version) {
      const theirs = { told: row.told_html, will: row.will_html, version: row.version };
      return { ok: false, reason: 'changed', theirs };
    }
    await tx
      .insertInto('told_version')
      .values({
        ...{ circle_id: member.circleId, told_id: toldId, version: row.version, replaced_at: now },
        ...{ told: row.told, told_html: row.told_html, will: row.will, will_html: row.will_html },
      })
      .execute();
    await tx
      .updateTable('told')
      .set({ told, will, told_html, will_html, version: row.version + 1, edited_at: now })
      .where(inCircle(member, 'told'))
      .where('id', '=', toldId)
      .execute();
    await toldChanges.count(tx, member.personId);
    return { ok: true };
  });
}
