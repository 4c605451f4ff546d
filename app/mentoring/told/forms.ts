import { z } from 'zod';
import { requiredText, rowVersion, submissionKey } from '#app/platform/forms/fields.server.ts';
import { TOLD_MAX } from './rules/told.ts';

const texts = {
  told: requiredText(TOLD_MAX, 'Say what you were told.'),
  will: requiredText(TOLD_MAX, 'Say what you’ll do with it, however small.'),
};

/** opening: its host opens the circle's board with it */
export const ToldSchema = z.object({
  ...texts,
  submissionKey,
  opening: z.literal('yes').optional(),
});

export const ChangeToldSchema = z.object({
  ...texts,
  version: rowVersion,
  submissionKey: submissionKey.optional(),
});

export type ToldInput = z.output<typeof ToldSchema>;
export type ChangeToldInput = z.output<typeof ChangeToldSchema>;
