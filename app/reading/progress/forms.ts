import { z } from 'zod';

const section = z.coerce.number().int().positive();
const number = (most: number, wrong: string) =>
  z.coerce.number(wrong).int(wrong).min(0, wrong).max(most, wrong).optional();

/** One way or another of saying how far one is, and who may see it. */
export const ProgressSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('upTo'),
    sectionId: section,
    /** where it was said */
    back: z.string().regex(/^(?:home|circle|reading|progress|(?:thread|session)-[1-9]\d{0,14})$/),
  }),
  z.object({ what: z.literal('sections'), read: z.array(section).max(600).default([]) }),
  z
    .object({
      what: z.literal('place'),
      page: number(100_000, 'Give a page as a number.'),
      percent: number(100, 'Give a percent from 0 to 100.'),
    })
    .superRefine(({ page, percent }, context) => {
      if (page === undefined && percent === undefined) {
        context.addIssue({ code: 'custom', path: ['page'], message: 'Give a page or a percent.' });
      } else if (page !== undefined && percent !== undefined) {
        const message = 'Give a page or a percent, not both.';
        context.addIssue({ code: 'custom', path: ['percent'], message });
      }
    }),
  z.object({ what: z.literal('sharing'), sharing: z.enum(['circle', 'by-name']) }),
]);

export type ProgressInput = z.output<typeof ProgressSchema>;

/** Where a tap was made, as `back` names it. @param circle the circle's path */
export function progressBack(back: string, circle: string, readingId: number): string {
  const [, room, number] = /^(thread|session)-(\d+)$/.exec(back) ?? [];
  if (room) return `${circle}/${room}s/${number}`;
  if (back === 'home') return '/';
  if (back === 'circle') return circle;
  const reading = `${circle}/reading/${readingId}`;
  return back === 'reading' ? reading : `${reading}/progress`;
}
