import { z } from 'zod';
import { calendarDate, optionalLine, submissionKey } from '#app/platform/fields.server.ts';
import { MOST_MILESTONES, type Plan } from '#app/reading/rules/plan.ts';
import { takePlanStep } from '#app/reading/rules/plan-draft.ts';
import { MOST_SECTIONS } from '#app/reading/rules/table-of-contents.ts';

const typed = z.string().default('');

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typed,
  bookId: typed,
  startsOn: typed,
  endsOn: typed,
  count: typed,
  milestones: z
    .array(z.object({ key: typed, id: typed, title: typed, dueOn: typed }))
    .max(MOST_MILESTONES + 20, `A reading has at most ${MOST_MILESTONES} milestones.`)
    .default([]),
  sections: z
    .array(z.object({ id: typed, milestone: typed }))
    .max(MOST_SECTIONS + 100, 'This book has too many sections.')
    .default([]),
});

export type PlanDraftForm = z.output<typeof Draft>;

const start = calendarDate('Say when the reading starts.');
const end = calendarDate('Say when it ends.');
const due = calendarDate('Say by when.');
const title = optionalLine(120);
const identity = (value: string) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined);

export type PlanInput = Plan & { bookId: number; version: number; submissionKey: string };

/** When to spread the book over milestones anew, and over how many. */
export interface Spread {
  startsOn: string;
  endsOn: string;
  count: number;
}

/**
 * The form of a reading. 'spread' asks for a proposal, the buttons of the rows change them and save
 * nothing; without a step, `plan` is what is to be saved.
 */
export const PlanForm = Draft.transform((draft, context) => {
  const { step } = draft;
  if (step !== '' && step !== 'spread') {
    return { next: { ...takePlanStep(draft, step), step: '' } };
  }
  let sound = true;
  const check = <S extends z.ZodType>(schema: S, value: unknown, ...path: (string | number)[]) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data as z.output<S>;
    sound = false;
    const message = result.error.issues[0]?.message ?? '';
    context.issues.push({ code: 'custom', path, message, input: draft });
    return undefined;
  };
  const startsOn = check(start, draft.startsOn, 'startsOn') ?? '';
  const endsOn = check(end, draft.endsOn, 'endsOn') ?? '';
  if (step === 'spread') {
    if (sound && endsOn < startsOn) {
      check(z.never({ error: 'A reading ends after it starts.' }), '', 'endsOn');
    }
    const count = check(milestoneCount, draft.count, 'count') ?? 1;
    return sound ? { spread: { startsOn, endsOn, count }, draft } : z.NEVER;
  }
  const milestones = draft.milestones.map((row, index) => ({
    id: identity(row.id),
    title: check(title, row.title, 'milestones', index, 'title') ?? '',
    dueOn: check(due, row.dueOn, 'milestones', index, 'dueOn') ?? '',
    sectionIds: draft.sections.flatMap(({ id, milestone }) =>
      row.key !== '' && milestone === row.key ? (identity(id) ?? []) : [],
    ),
  }));
  const key = draft.version === '' ? check(submissionKey, draft.submissionKey) : '';
  if (!sound) return z.NEVER;
  const plan: PlanInput = {
    bookId: identity(draft.bookId) ?? 0,
    version: Number(draft.version) || 0,
    submissionKey: key ?? '',
    startsOn,
    endsOn,
    milestones,
  };
  return { plan, draft };
});

const milestoneCount = z.coerce
  .number('Say how many.')
  .int('Say how many.')
  .min(1, 'At least one.')
  .max(MOST_MILESTONES, `At most ${MOST_MILESTONES}.`);

/** The form as a proposal fills it. */
export type PlanStep = z.output<typeof PlanForm>;
