import { z } from 'zod';
import { ANSWER_MAX } from '#app/mentoring/giving/rules/season-question.ts';
import { identity, optionalLine, outOfDate } from '#app/platform/forms/fields.server.ts';

/** The answer to the one question, of the circle and reading that it was asked of. */
export const SeasonAnswerSchema = z
  .object({
    circle: z.string({ error: outOfDate }).max(200),
    reading: z
      .string({ error: outOfDate })
      .refine((typed) => identity(typed) !== null, outOfDate)
      .transform(Number),
    words: optionalLine(ANSWER_MAX),
    act: z.enum(['ask', 'offer', 'let-be'], { error: outOfDate }),
  })
  .superRefine(({ act, words }, context) => {
    if (act === 'let-be' || words !== '') return;
    const message = 'Write a few words first, or let it be.';
    context.addIssue({ code: 'custom', path: ['words'], message });
  });

export type SeasonAnswerInput = z.output<typeof SeasonAnswerSchema>;
