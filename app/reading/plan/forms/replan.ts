import { z } from 'zod';
import { rowVersion } from '#app/platform/forms/fields.server.ts';
import { replanChoices } from '#app/reading/plan/rules/replan.ts';

/** One of the choices, as it was shown: nothing else is done. */
export const ReplanSchema = z.object({
  choice: z.enum(replanChoices),
  upTo: z.coerce.number().int().min(0),
  drop: z
    .string()
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean).map(Number)),
  version: rowVersion,
  seen: z.string(),
});
