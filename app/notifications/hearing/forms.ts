import { z } from 'zod';
import { rowVersion } from '#app/platform/forms/fields.server.ts';
import { FOLLOWINGS } from './rules/following.ts';
import { BETWEEN_VOLUMES, VOLUMES } from './rules/volumes.ts';

export const VolumeSchema = z.object({
  volume: z.enum(VOLUMES, { error: 'Choose how much you want to hear.' }),
});

export const BetweenVolumeSchema = z.object({
  volume: z.enum(BETWEEN_VOLUMES, { error: 'Choose how much you want to hear.' }),
});

export const FollowingSchema = z.object({
  to: z.enum(FOLLOWINGS).optional(),
  /** the page to come back to */
  back: z.enum(['thread', 'hearing']).optional(),
});

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)(?::00)?)?$/;

/** A time of day as minutes after midnight; null for none. */
const timeOfDay = z
  .string()
  .regex(CLOCK, 'Choose a time, such as 21:30.')
  .default('')
  .transform((typed) => {
    const [hour, minute] = typed.split(':').map(Number);
    return typed === '' ? null : (hour ?? 0) * 60 + (minute ?? 0);
  });

export const HoursSchema = z
  .object({
    days: z
      .array(z.coerce.number().int().min(1).max(7), { error: 'Choose days from the list.' })
      .max(7)
      .default([]),
    hour: z.coerce.number().int().min(0).max(23),
    quietFrom: timeOfDay,
    quietTo: timeOfDay,
    version: rowVersion,
  })
  .superRefine(({ days, quietFrom, quietTo }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (days.length === 0) refuse('days', 'Choose one day at least.');
    if (quietFrom === null && quietTo !== null) refuse('quietFrom', 'Say from when, too.');
    if (quietFrom !== null && quietTo === null) refuse('quietTo', 'Say until when, too.');
    if (quietFrom !== null && quietFrom === quietTo) {
      refuse('quietTo', 'That is the same time twice. Leave both empty for no quiet hours.');
    }
  });

/** The hours that were chosen. */
export const hoursFrom = ({
  quietFrom: from,
  quietTo: to,
  ...rest
}: z.output<typeof HoursSchema>) => ({
  ...rest,
  quiet: from !== null && to !== null ? { from, to } : null,
});

/** What the page behind a mail's link sets. Nothing chosen is what its one click stands for. */
export const HearSchema = z.object({ set: z.enum([...VOLUMES, ...FOLLOWINGS]).optional() });
