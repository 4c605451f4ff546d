import type { Facilitator } from '#app/access/proofs.ts';
import type { ClosingTime } from '#app/choosing/forms.ts';
import { choices } from '#app/choosing/limits.server.ts';
import { setChoiceJobs, tellOfChoice } from '#app/choosing/rows/choice-jobs.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { choicesFrom } from '#app/choosing/rows/joins.server.ts';
import { lockChoices } from '#app/choosing/rows/one-at-a-time.server.ts';
import { closingColumns } from '#app/choosing/rules/closing-clock.server.ts';
import { type ClosingRefused, resolveClosing } from '#app/choosing/rules/closing-time.server.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countBallots } from './close-choice.server.ts';

export type ChoiceOpened =
  /** already: another one is open, and this is it */
  | { ok: true; choiceId: number; already: boolean }
  | ClosingRefused
  /** one that closes at another time was opened under its key */
  | { ok: false; reason: 'another-first'; choiceId: number };

/** Opens a choice, unless one is open: then that one is the answer. Everyone else is told. */
export async function openChoice(
  facilitator: Facilitator,
  { submissionKey, ...closing }: ClosingTime & { submissionKey: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<ChoiceOpened> {
  const { circleId, personId } = facilitator;
  const resolved = resolveClosing(closing, now);
  if (!resolved.ok) return resolved;
  const { closesAt } = resolved;
  return db.transaction().execute(async (tx) => {
    await lockChoices(tx, facilitator);
    const open = await openOne(tx, facilitator, now);
    if (open && open.key !== submissionKey) return { ok: true, choiceId: open.id, already: true };
    const made = await tx
      .insertInto('book_choice')
      .values({
        circle_id: circleId,
        opened_by: personId,
        opened_at: now,
        ...closingColumns(closesAt, closing.zone),
        submission_key: submissionKey,
        submission_digest: digestOf(closesAt),
      })
      .onConflict((conflict) => conflict.columns(['opened_by', 'submission_key']).doNothing())
      .returning(['id', 'version'])
      .executeTakeFirst();
    if (!made) {
      const { id: choiceId, digest } = await firstOf(tx, facilitator, submissionKey);
      return isSameForm(digest, closesAt)
        ? { ok: true, choiceId, already: false }
        : { ok: false, reason: 'another-first', choiceId };
    }
    const choice = { circleId, ...made, closesAt };
    await tellOfChoice(tx, choice, { what: 'opened', by: personId, at: now });
    await setChoiceJobs(tx, made.id, closesAt, now);
    await choices.count(tx, personId);
    return { ok: true, choiceId: made.id, already: false };
  });
}

/**
 * The choice of the circle that is open, for a caller who holds the circle. One whose time is over is
 * counted on the way.
 */
export async function openOne(
  tx: Tx,
  { circleId }: Facilitator,
  now: Date,
): Promise<{ id: number; key: string } | null> {
  const last = await choicesFrom(tx)
    .select(['choice.id', 'choice.submission_key as key'])
    .where(inCircle({ circleId }, 'choice'))
    .where('close.at', 'is', null)
    .where('off.at', 'is', null)
    .executeTakeFirst();
  if (!last) return null;
  const choice = await lockedChoice(tx, { circleId }, last.id, now);
  if (choice?.state === 'open') return last;
  if (choice && choice.state === 'closed' && !choice.closed) {
    await countBallots(tx, choice, { by: null, at: choice.closesAt });
  }
  return null;
}

async function firstOf(
  tx: Tx,
  { circleId, personId }: Facilitator,
  submissionKey: string,
): Promise<{ id: number; digest: string | null }> {
  return tx
    .selectFrom('book_choice')
    .select(['id', 'submission_digest as digest'])
    .where(inCircle({ circleId }, 'book_choice'))
    .where('opened_by', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
}
