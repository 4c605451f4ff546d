import { z } from 'zod';
import { MOST_SECTIONS } from '#app/books/rules/table-of-contents.ts';
import { typedVersion } from '#app/platform/forms/fields.server.ts';
import { MOST_MILESTONES } from '#app/reading/plan/rules/plan.ts';
import { MOST_FIXED, MOST_PAUSES } from '#app/reading/plan/rules/plan-terms.ts';

const typed = z.string().default('');

/** The form of a reading as it was typed; everything is text until it is asked for something. */
export const TypedPlanSchema = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  bookId: typed,
  startsOn: typed,
  endsOn: typed,
  rhythm: typed,
  weekday: typed,
  count: typed,
  pace: typed,
  recap: typed,
  wrap: typed,
  recapOn: typed,
  wrapOn: typed,
  milestones: z
    .array(z.object({ key: typed, id: typed, title: typed, dueOn: typed }))
    .max(MOST_MILESTONES + 20, `A reading has at most ${MOST_MILESTONES} milestones.`)
    .default([]),
  sections: z
    .array(z.object({ id: typed, milestone: typed }))
    .max(MOST_SECTIONS + 100, 'This book has too many sections.')
    .default([]),
  pauses: z
    .array(z.object({ label: typed, from: typed, to: typed }))
    .max(MOST_PAUSES, `At most ${MOST_PAUSES} times off.`)
    .default([]),
  fixed: z
    .array(z.object({ section: typed, by: typed }))
    .max(MOST_FIXED, `At most ${MOST_FIXED} fixed points.`)
    .default([]),
});

export type TypedPlanInput = z.output<typeof TypedPlanSchema>;
