import type { Facilitator } from '#app/access/proofs.ts';
import type { ClosingTime } from '#app/choosing/forms.ts';
import { choiceMoves } from '#app/choosing/limits.server.ts';
import { setChoiceJobs, tellOfChoice } from '#app/choosing/rows/choice-jobs.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { lockChoices } from '#app/choosing/rows/one-at-a-time.server.ts';
import { closingColumns } from '#app/choosing/rules/closing-clock.server.ts';
import { type ClosingRefused, resolveClosing } from '#app/choosing/rules/closing-time.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { openOne } from './open-choice.server.ts';

export type ChoiceMoved =
  | { ok: true }
  | ClosingRefused
  | { ok: false; reason: 'gone' | 'over' | 'another-open' | 'changed-meanwhile' };

/**
 * Gives a choice another closing time. One that closed before anybody had ranked is opened again by
 * it; one with a result, or that was called off, stays as it is.
 */
export async function moveChoice(
  facilitator: Facilitator,
  choiceId: number,
  { version, ...closing }: ClosingTime & { version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<ChoiceMoved> {
  const { personId } = facilitator;
  const resolved = resolveClosing(closing, now);
  if (!resolved.ok) return resolved;
  const { closesAt } = resolved;
  return db.transaction().execute(async (tx) => {
    await lockChoices(tx, facilitator);
    const open = await openOne(tx, facilitator, now);
    const choice = await lockedChoice(tx, facilitator, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    if (choice.cancelled || choice.closed?.winnerId) return { ok: false, reason: 'over' };
    if (choice.version !== version) return { ok: false, reason: 'changed-meanwhile' };
    if (open && open.id !== choiceId) return { ok: false, reason: 'another-open' };
    if (choice.closesAt.getTime() === closesAt.getTime()) return { ok: true };
    await tx
      .deleteFrom('book_choice_close')
      .where(inCircle(facilitator, 'book_choice_close'))
      .where('choice_id', '=', choiceId)
      .execute();
    await tx
      .updateTable('book_choice')
      .set((row) => ({
        ...closingColumns(closesAt, closing.zone),
        version: row('version', '+', 1),
      }))
      .where(inCircle(facilitator, 'book_choice'))
      .where('id', '=', choiceId)
      .execute();
    await setChoiceJobs(tx, choiceId, closesAt, now);
    const moved = { ...choice, version: choice.version + 1, closesAt };
    await tellOfChoice(tx, moved, { what: 'moved', by: personId, at: now });
    await choiceMoves.count(tx, personId);
    return { ok: true };
  });
}
