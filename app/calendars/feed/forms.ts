import { z } from 'zod';
import { identity } from '#app/platform/forms/fields.server.ts';

export const FeedSchema = z.object({
  act: z.enum(['make', 'end'], { error: 'Choose what to do.' }),
  /** to make: the slug of the circle it is of; '' for all of them */
  circle: z.string().max(100).default(''),
  /** to end: its id */
  feed: z.string().max(20).default('').transform(identity),
});
