import { z } from 'zod';
import { rowVersion } from '#app/platform/forms/fields.server.ts';
import { choices } from '#app/reading/plan/rules/replan.ts';

/** One of the choices, as it was shown: nothing else is done. */
export const ReplanForm = z.object({
  choice: z.enum(choices),
  upTo: z.coerce.number().int().min(0),
  drop: z
    .string()
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean).map(Number)),
  version: rowVersion,
  seen: z.string(),
});
