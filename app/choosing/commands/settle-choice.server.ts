import type { Member } from '#app/access/proofs.ts';
import { choiceOf } from '#app/choosing/queries/choice.server.ts';
import type { ChoiceView } from '#app/choosing/queries/choice-view.ts';
import type { Clock } from '#app/time/clock.ts';
import { closeDueChoice } from './close-choice.server.ts';

/**
 * One choice of the circle. One whose time is over is counted first, when the job has not come to it
 * yet: what a page says must not differ from what is counted later.
 */
export async function settledChoice(
  member: Member,
  choiceId: number,
  { now = new Date() }: Clock = {},
): Promise<ChoiceView | null> {
  const choice = await choiceOf(member, choiceId, { now });
  if (choice?.state !== 'closed' || choice.result) return choice;
  await closeDueChoice(choiceId, { now });
  return choiceOf(member, choiceId, { now });
}
