import { z } from 'zod';
import { identity, submissionKey } from '#app/platform/forms/fields.server.ts';

export const FeedSchema = z.discriminatedUnion(
  'act',
  [
    z.object({
      act: z.literal('make'),
      /** the slug of the circle it is of; '' for all of them */
      circle: z.string().max(100).default(''),
      submissionKey,
    }),
    z.object({ act: z.literal('end'), feed: z.string().max(20).default('').transform(identity) }),
  ],
  { error: 'Choose what to do.' },
);
