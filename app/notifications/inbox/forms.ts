import { z } from 'zod';

const LOOK_AGAIN = 'Look at your inbox again.';

/** Lines as `asShown` writes them: '7/note:42@1795820000000', between spaces; '0/' between people. */
const items = z
  .string()
  .max(40_000, LOOK_AGAIN)
  .regex(/^(?:(?:0|[1-9]\d{0,14})\/[a-z:\d-]{1,60}@\d{1,15}(?: |$))*$/, LOOK_AGAIN)
  .transform((value) =>
    value.split(' ').flatMap((one) => {
      const [, circleId, topic = '', at] = /^(\d+)\/(.+)@(\d+)$/.exec(one) ?? [];
      return topic ? [{ circleId: Number(circleId), topic, at: new Date(Number(at)) }] : [];
    }),
  );

/** What in an inbox is marked as read: what was new on the page that was looked at. */
export const MarkInboxSchema = z.object({
  items,
  /** everything that happened before this moment (milliseconds since 1970), too */
  before: z
    .string()
    .regex(/^\d{1,15}$/, LOOK_AGAIN)
    .transform((value) => new Date(Number(value)))
    .optional(),
  /** only what is for the viewer, or what else is of the circle of this id */
  of: z
    .string()
    .regex(/^(?:you|[1-9]\d{0,14})$/, LOOK_AGAIN)
    .optional(),
});

export type MarkInboxInput = z.output<typeof MarkInboxSchema>;
