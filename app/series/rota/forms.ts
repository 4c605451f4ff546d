import { z } from 'zod';
import { calendarDate, identity, rowVersion } from '#app/platform/forms/fields.server.ts';
import { FEWEST_NEEDED, MOST_NEEDED } from '#app/sessions/rules/session.ts';
import { DUTIES } from './rules/turn.ts';

const ticked = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on');

/** What a circle takes turns at. */
export const RotaSchema = z.object({ runs: ticked, notes: ticked, version: rowVersion });

/** The last day of one's own pause; none: until one says so. */
export const PauseSchema = z.object({
  until: z
    .union([z.literal('').transform(() => null), calendarDate('Choose a day.')])
    .default(null),
});

const duty = z.enum(DUTIES);

/** `holder`: who had it when the page was shown. */
export const PassingSchema = z.object({ duty, holder: z.string().transform(identity) });

export const VolunteeringSchema = z.object({ duty });

/** `session`: the one whose turn is taken in exchange. */
export const SwappingSchema = z.object({
  duty,
  session: z
    .string('Choose a session.')
    .transform(identity)
    .refine((id) => id !== null, 'Choose a session.')
    .transform((id) => id ?? 0),
});

const chosen = z.string().default('').transform(identity);

export const DutiesSchema = z.object({
  facilitatorId: chosen,
  noteTakerId: chosen,
  needs: z
    .union([
      z.literal('').transform(() => null),
      z.coerce
        .number('Say how many, in figures.')
        .int('Whole people, please.')
        .min(FEWEST_NEEDED, `At least ${FEWEST_NEEDED}.`)
        .max(MOST_NEEDED, `A circle has up to ${MOST_NEEDED} seats.`),
    ])
    .default(null),
  version: rowVersion,
});

export type DutiesInput = z.output<typeof DutiesSchema>;
