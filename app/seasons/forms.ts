import { z } from 'zod';
import {
  calendarDate,
  requiredText,
  rowVersion,
  shownZone,
} from '#app/platform/forms/fields.server.ts';
import { TAKEAWAY_MAX } from '#app/seasons/rules/seasons.ts';

/** Until the end of which day members answer, on the clocks that the form showed. */
export const EndSeasonSchema = z
  .object({ answerBy: calendarDate('Choose a day.'), zone: z.string().default('') })
  .superRefine(({ zone }, context) => {
    for (const { message } of shownZone.safeParse(zone).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['answerBy'], message });
    }
  });

export const TakeawaySchema = z.object({
  body: requiredText(TAKEAWAY_MAX, 'Write a line or two first.'),
  /** of the text it was made from; 0 when there was none */
  version: rowVersion,
});

export type TakeawayInput = z.output<typeof TakeawaySchema>;

export const RecommitmentSchema = z.object({ answer: z.enum(['staying', 'leaving', 'unsure']) });

export const OpenTakeawaysSchema = z.object({ to: z.enum(['open', 'fold']) });
