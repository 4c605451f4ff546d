import { z } from 'zod';
import { calendarDate, rowVersion } from '#app/platform/forms/fields.server.ts';

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** What somebody can take on. */
export const HelpingSchema = z.object({
  atOnce: z
    .string({ error: 'Choose how many.' })
    .regex(/^\d$/, 'Choose how many.')
    .transform(Number),
  pausedUntil: z
    .union([
      z.literal('').transform(() => null),
      calendarDate('Choose a day of the calendar, or leave it empty.'),
    ])
    .default(null),
  beyondCircles: ticked,
  saidInMail: ticked,
  version: rowVersion,
});
