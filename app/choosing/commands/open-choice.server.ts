import type { Facilitator } from '#app/access/proofs.ts';
import type { ClosingTime } from '#app/choosing/forms.ts';
import { choices } from '#app/choosing/limits.server.ts';
import { setChoiceJobs, tellOfChoice } from '#app/choosing/rows/choice-jobs.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { choicesFrom } from '#app/choosing/rows/joins.server.ts';
import { lockChoices } from '#app/choosing/rows/one-at-a-time.server.ts';
import { type ClosingRefused, resolveClosing } from '#app/choosing/rules/closing-time.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countBallots } from './close-choice.server.ts';

export type ChoiceOpened =
  /** already: another one is open, and this is it */
  { ok: true; choiceId: number; already: boolean } | ClosingRefused;

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
    if (open) return { ok: true, choiceId: open.id, already: open.key !== submissionKey };
    const made = await tx
      .insertInto('book_choice')
      .values({
        circle_id: circleId,
        opened_by: personId,
        opened_at: now,
        closes_at: closesAt,
        time_zone: closing.zone,
        submission_key: submissionKey,
      })
      .onConflict((conflict) => conflict.columns(['opened_by', 'submission_key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made)
      return { ok: true, choiceId: await firstOf(tx, facilitator, submissionKey), already: false };
    const choice = { circleId, id: made.id };
    await tellOfChoice(tx, choice, { what: 'opened', byPersonId: personId });
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
): Promise<number> {
  const first = await tx
    .selectFrom('book_choice')
    .select('id')
    .where(inCircle({ circleId }, 'book_choice'))
    .where('opened_by', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
  return first.id;
}
