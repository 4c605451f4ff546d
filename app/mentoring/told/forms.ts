import { z } from 'zod';
import { requiredText, rowVersion, submissionKey } from '#app/platform/forms/fields.server.ts';
import { TOLD_MAX } from './rules/told.ts';

const texts = {
  told: requiredText(TOLD_MAX, 'Say what you were told.'),
  will: requiredText(TOLD_MAX, 'Say what you’ll do with it, however small.'),
};

/** The form is to be shown again with what it would look like, and nothing saved. */
const preview = z.literal('yes').optional();

/** opening: its host opens the circle's board with it */
export const ToldSchema = z.object({
  ...texts,
  submissionKey,
  opening: z.literal('yes').optional(),
  preview,
});

export const ChangeToldSchema = z.object({
  ...texts,
  version: rowVersion,
  submissionKey: submissionKey.optional(),
  preview,
});

export type ToldInput = z.output<typeof ToldSchema>;
export type ChangeToldInput = z.output<typeof ChangeToldSchema>;
