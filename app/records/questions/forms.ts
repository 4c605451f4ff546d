import { z } from 'zod';
import { identity, requiredText, rowVersion } from '#app/platform/forms/fields.server.ts';
import { LONGEST_QUESTION } from './rules.ts';

export const QuestionSchema = z.object({
  body: requiredText(LONGEST_QUESTION, 'Write your question first.'),
  /** of the question it was made from; 0 when there was none */
  version: rowVersion,
});

export type QuestionInput = z.output<typeof QuestionSchema>;

export const QuestionsSchema = z.object({
  /** to the agenda, back to the others, or all that are left to one thread */
  to: z.enum(['agenda', 'back', 'thread']),
  question: z.string().max(20).default('').transform(identity),
});
