import { z } from 'zod';
import {
  calendarDate,
  requiredText,
  rowVersion,
  submissionKey,
  text,
} from '#app/platform/forms/fields.server.ts';
import { ANSWER_MAX, FACED_MAX, QUESTION_MAX } from './rules/offer.ts';

/** The version of the ask that was read, and of the answer the form was made from: 0 for none yet. */
const seen = { version: rowVersion, answered: rowVersion };

/** “I can help”, with a time they faced it where they say one. */
export const HelpSchema = z.object({ faced: text(FACED_MAX), ...seen });
export type HelpInput = z.output<typeof HelpSchema>;

/** “Not now, ask me after that day.” */
export const NotNowSchema = z.object({ until: calendarDate('Say after which day.'), ...seen });
export type NotNowInput = z.output<typeof NotNowSchema>;

/** “Tell me more first.” */
export const QuestionSchema = z.object({
  body: requiredText(QUESTION_MAX, 'Say what you would like to know.'),
  version: rowVersion,
  submissionKey,
});
export type QuestionInput = z.output<typeof QuestionSchema>;

/** What its asker answers a question. */
export const AnswerSchema = z.object({
  answer: requiredText(ANSWER_MAX, 'Say what they asked for, or that you don’t know.'),
});

export const TakingSchema = z.object({
  /** the ask stays open for others */
  keep: z.literal('open').optional(),
});

export const RemindingSchema = z.object({ remind: z.enum(['yes', 'no']) });

/** Whichever of the three a link in a mail stands for: what the other two hold is not sent. */
export const AnswerByLinkSchema = z.object({
  version: rowVersion,
  answered: rowVersion.optional().transform((answered) => answered ?? 0),
  faced: text(FACED_MAX),
  until: calendarDate('Say after which day.').optional(),
  body: text(QUESTION_MAX),
  submissionKey: submissionKey.optional(),
});
export type AnswerByLinkInput = z.output<typeof AnswerByLinkSchema>;
