import type { Member } from '#app/access/proofs.ts';
import { type Answered, answering } from '#app/polls/commands/answer-slots.server.ts';
import { usualTimesOf } from '#app/polls/usual/queries/usual-times.server.ts';
import { usualAnswer } from '#app/polls/usual/rules/usual-answer.ts';
import type { Clock } from '#app/time/clock.ts';

/**
 * Answers from a member's usual times what they have not answered, as one batch. What these say
 * nothing of is left to them: it is not a no.
 */
export const fillIn = (
  member: Member,
  pollId: number,
  { key }: { key: string },
  clock: Clock = {},
): Promise<Answered> =>
  answering(
    member,
    pollId,
    { key, once: true },
    async (slots, { minutes }, tx) => {
      const { ranges } = await usualTimesOf(member, tx);
      const { timeZone } = member.viewer;
      return slots.flatMap(({ id, startsAt, mine }) => {
        const answer = mine === null && usualAnswer({ startsAt, minutes }, ranges, timeZone);
        return answer ? [{ slotId: id, answer }] : [];
      });
    },
    clock,
  );
