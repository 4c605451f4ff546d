import { z } from 'zod';
import { calendarDate, requiredText, rowVersion } from '#app/platform/forms/fields.server.ts';
import { TAKEAWAY_MAX } from '#app/seasons/rules/seasons.ts';

export const EndSeason = z.object({ answerBy: calendarDate('Choose a day.') });

export const Takeaway = z.object({
  body: requiredText(TAKEAWAY_MAX, 'Write a line or two first.'),
  /** of the text it was made from; 0 when there was none */
  version: rowVersion,
});

export type TakeawayForm = z.output<typeof Takeaway>;

export const Recommitment = z.object({ answer: z.enum(['staying', 'leaving', 'unsure']) });

export const Opening = z.object({ to: z.enum(['open', 'fold']) });

/** A form that only acts. */
export const Act = z.object({});
