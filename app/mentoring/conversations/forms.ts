import { z } from 'zod';
import { NOTE_MAX } from '#app/discussions/rules/discussions.ts';
import { DID_MAX, THANKS_MAX } from '#app/mentoring/conversations/rules/outcome.ts';
import {
  line,
  requiredText,
  rowVersion,
  submissionKey,
  text,
} from '#app/platform/forms/fields.server.ts';

const note = {
  body: requiredText(NOTE_MAX, 'Write something first.'),
  /** shows what was written as it will be read, and saves nothing */
  preview: z.literal('yes').optional(),
};

export const PostLineSchema = z.object({ ...note, submissionKey });

export const EditLineSchema = z.object({
  ...note,
  version: rowVersion,
  submissionKey: submissionKey.optional(),
});

export const OutcomeSchema = z.object({
  helped: z.enum(['yes', 'partly', 'no'], 'Choose one of the three.'),
  did: text(DID_MAX),
  share: z
    .literal('yes')
    .optional()
    .transform((share) => share === 'yes'),
  version: rowVersion,
});

export const ThanksSchema = z.object({
  body: line(THANKS_MAX, 'Say in one sentence what changed.'),
  version: rowVersion,
});

export type OutcomeInput = z.output<typeof OutcomeSchema>;
export type ThanksInput = z.output<typeof ThanksSchema>;
export type PostLineInput = z.output<typeof PostLineSchema>;
export type EditLineInput = z.output<typeof EditLineSchema>;
