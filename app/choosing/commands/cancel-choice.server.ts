import type { Facilitator } from '#app/access/proofs.ts';
import { dropChoiceJobs, tellOfChoice } from '#app/choosing/rows/choice-jobs.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Calls off a choice that is open: nothing is counted, and its ballots go. Twice is once. */
export async function cancelChoice(
  facilitator: Facilitator,
  choiceId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'over' }> {
  const { circleId, personId } = facilitator;
  return db.transaction().execute(async (tx) => {
    const choice = await lockedChoice(tx, facilitator, choiceId, now);
    if (!choice) return { ok: false, reason: 'gone' };
    if (choice.cancelled) return { ok: true };
    if (choice.state !== 'open') return { ok: false, reason: 'over' };
    await tx
      .insertInto('book_choice_cancellation')
      .values({ circle_id: circleId, choice_id: choiceId, by_person_id: personId, at: now })
      .execute();
    await tx
      .deleteFrom('ballot')
      .where(inCircle(facilitator, 'ballot'))
      .where('choice_id', '=', choiceId)
      .execute();
    await dropChoiceJobs(tx, choiceId);
    await tellOfChoice(tx, choice, { what: 'cancelled', by: personId, at: now });
    return { ok: true };
  });
}
