import { z } from 'zod';
import { calendarDate, requiredText, rowVersion } from '#app/platform/forms/fields.server.ts';
import { TAKEAWAY_MAX } from '#app/seasons/rules/seasons.ts';

export const EndSeasonSchema = z.object({ answerBy: calendarDate('Choose a day.') });

export const TakeawaySchema = z.object({
  body: requiredText(TAKEAWAY_MAX, 'Write a line or two first.'),
  /** of the text it was made from; 0 when there was none */
  version: rowVersion,
});

export type TakeawayInput = z.output<typeof TakeawaySchema>;

export const RecommitmentSchema = z.object({ answer: z.enum(['staying', 'leaving', 'unsure']) });

export const OpenTakeawaysSchema = z.object({ to: z.enum(['open', 'fold']) });
