import { z } from 'zod';
import { requiredText, rowVersion, text } from '#app/platform/forms/fields.server.ts';
import { LONGEST_MINUTES_TEXT, LONGEST_TAKEAWAY } from './rules.ts';

export const SessionTakeawaySchema = z.object({
  body: requiredText(LONGEST_TAKEAWAY, 'Write a line or two first.'),
  reach: z.enum(['room', 'circle', 'quotable'], 'Say with whom it stays.'),
  /** of the text it was made from; 0 when there was none */
  version: rowVersion,
});

export type SessionTakeawayInput = z.output<typeof SessionTakeawaySchema>;

export const MinutesSchema = z.object({
  body: text(LONGEST_MINUTES_TEXT),
  /** of the text they were made from; 0 when there was none */
  version: rowVersion,
});

export type MinutesInput = z.output<typeof MinutesSchema>;

const item = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Look at the agenda again.')
  .transform(Number);

export const UsedSchema = z.object({
  /** the items the page showed, and those of them that were come to */
  shown: z.array(item).max(100).default([]),
  used: z.array(item).max(100).default([]),
});
