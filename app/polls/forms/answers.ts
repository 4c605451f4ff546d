import { z } from 'zod';
import { identity, submissionKey } from '#app/platform/forms/fields.server.ts';
import { MOST_SLOTS, type PollAnswer } from '#app/polls/rules/poll.ts';

const answer = z.enum(['yes', 'if_need_be', 'no'], 'Choose one of the three.');
export const slotId = z.string().transform((value) => identity(value));

/** All answers of one member as the page showed them: what is as it was is not said anew. */
export const AnswersSchema = z
  .object({
    key: submissionKey,
    answers: z
      .array(
        z.object({
          slot: slotId,
          was: z.string().max(10).default(''),
          answer: answer.optional(),
        }),
      )
      .max(MOST_SLOTS + 40)
      .default([]),
  })
  .transform(({ key, answers }) => ({
    key,
    answers: answers.flatMap(({ slot, was, answer }): SlotAnswer[] =>
      slot === null || answer === undefined || answer === was ? [] : [{ slotId: slot, answer }],
    ),
  }));

export interface SlotAnswer {
  slotId: number;
  answer: PollAnswer;
}

/** One tap. */
export const AnswerSchema = z.object({ key: submissionKey, slot: slotId, answer });

/** What is done once, under the key of its form. */
export const KeySchema = z.object({ key: submissionKey });

export const UndoSchema = z.object({
  /** what was done last, as the page knew it */
  batch: submissionKey,
});
