import { z } from 'zod';
import { identity, line, outOfDate } from '#app/platform/forms/fields.server.ts';
import { favouriteKinds } from './rules.ts';

export const FavouriteSchema = z.object({
  kind: z.enum(favouriteKinds, outOfDate),
  /** a card as 'deck/card', or the name of a recipe */
  thing: line(130, outOfDate),
  keep: z.enum(['yes', 'no'], outOfDate).transform((keep) => keep === 'yes'),
  /** the session for which one was choosing */
  session: z.string().default('').transform(identity),
});
export type FavouriteInput = z.output<typeof FavouriteSchema>;
