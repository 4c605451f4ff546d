import { z } from 'zod';
import { NOTE_MAX } from '#app/discussions/rules/discussions.ts';
import { requiredText, rowVersion, submissionKey } from '#app/platform/forms/fields.server.ts';

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

export type PostLineInput = z.output<typeof PostLineSchema>;
export type EditLineInput = z.output<typeof EditLineSchema>;
