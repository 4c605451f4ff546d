import { z } from 'zod';
import { identity, outOfDate } from '#app/platform/forms/fields.server.ts';
import { CAME } from './rules.ts';

const note = z.enum(['', ...CAME], 'Choose one of these.').default('');

/** Who came, as the page showed it: `was` is what it read of each. */
export const AttendanceSchema = z.object({
  people: z
    .array(
      z.object({
        person: z
          .string({ error: outOfDate })
          .transform(identity)
          .refine((id) => id !== null, outOfDate)
          .transform((id) => id ?? 0),
        was: note,
        came: note,
      }),
    )
    .max(60)
    .default([]),
});

export type AttendanceInput = z.output<typeof AttendanceSchema>;
