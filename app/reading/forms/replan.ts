import { z } from 'zod';
import { choices } from '#app/reading/rules/replan.ts';

const id = z.coerce.number().int().min(0);

/** One of the choices, as it was shown: nothing else is done. */
export const ReplanForm = z.object({
  choice: z.enum(choices),
  upTo: id,
  drop: z
    .string()
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean).map(Number)),
  version: id,
  seen: z.string(),
});
