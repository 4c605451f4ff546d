import { z } from 'zod';
import {
  calendarDate,
  identity,
  optionalLine,
  submissionKey,
} from '#app/platform/forms/fields.server.ts';
import { MOST_MILESTONES, type Plan } from '#app/reading/plan/rules/plan.ts';
import { OPTIONAL, takePlanStep } from '#app/reading/plan/rules/plan-draft.ts';
import { FASTEST_PACE, type PlanTerms } from '#app/reading/plan/rules/plan-terms.ts';
import type { PlanAsk } from '#app/reading/plan/rules/proposal.ts';
import { type TypedPlanInput, TypedPlanSchema } from './plan-draft.ts';

export type PlanInput = Plan & { bookId: number; version: number; submissionKey: string };

/** What is asked of the planner; the days of the sessions are not the form's to say. */
export type Ask = Omit<PlanAsk, 'sessionDays'>;

const start = calendarDate('Say when the reading starts.');
const end = calendarDate('Say when it ends.');
const due = calendarDate('Say by when.');
const title = optionalLine(120);
const rhythm = z.enum(['sessions', 'weekly', 'fortnightly'], 'Choose when milestones fall.');
const weekday = z.coerce.number('Choose a day.').int().min(1, 'Choose a day.').max(7);
const pace = wholeNumber('Say how many pages.', 1, FASTEST_PACE);
const count = wholeNumber('Say how many, or leave it empty.', 1, MOST_MILESTONES + 2);
const pause = z.object({
  label: optionalLine(80),
  from: calendarDate('Say from when.'),
  to: calendarDate('Say until when.'),
});

function wholeNumber(missing: string, least: number, most: number) {
  return z.coerce
    .number(missing)
    .int('A whole number, please.')
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most}.`);
}

/**
 * The form of a reading. 'propose' asks for a plan, the buttons of the rows change them and save
 * nothing; without a step, `plan` is what is to be saved.
 */
export const PlanSchema = TypedPlanSchema.transform((draft, context) => {
  const { step } = draft;
  if (step !== '' && step !== 'propose') {
    return { next: { ...takePlanStep(draft, step), step: '' } };
  }
  const { check, refuse, isSound } = checker(draft, context);
  const startsOn = check(start, draft.startsOn, 'startsOn') ?? '';
  const terms = termsOf(draft, check, refuse);
  if (step === 'propose') {
    const asked = draft.count.trim() === '' ? null : check(count, draft.count, 'count');
    const { recapOn: _, wrapOn: __, ...kept } = terms;
    const ask: Ask = {
      ...kept,
      startsOn,
      count: asked ?? null,
      recap: draft.recap !== '',
      wrap: draft.wrap !== '',
    };
    return isSound() ? { ask, bookId: identity(draft.bookId), draft } : z.NEVER;
  }
  const endsOn = check(end, draft.endsOn, 'endsOn') ?? '';
  const milestones = draft.milestones.map((row, index) => ({
    id: identity(row.id) ?? undefined,
    title: check(title, row.title, 'milestones', index, 'title') ?? '',
    dueOn: check(due, row.dueOn, 'milestones', index, 'dueOn') ?? '',
    sectionIds: row.key === '' ? [] : sectionsFor(draft, row.key),
  }));
  const isNew = draft.version === '';
  const key = isNew ? check(submissionKey, draft.submissionKey, 'submissionKey') : '';
  if (!isSound()) return z.NEVER;
  const plan: PlanInput = {
    bookId: identity(draft.bookId) ?? 0,
    version: Number(draft.version),
    submissionKey: key ?? '',
    startsOn,
    endsOn,
    milestones,
    terms,
  };
  return { plan, draft };
});

/** The sections that point to this milestone, or to OPTIONAL. */
export const sectionsFor = ({ sections }: Pick<TypedPlanInput, 'sections'>, key: string) =>
  sections.flatMap(({ id, milestone }) => (milestone === key ? (identity(id) ?? []) : []));

type Check = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  ...path: (string | number)[]
) => z.output<S> | undefined;
type Refuse = (message: string, ...path: (string | number)[]) => void;

function checker(input: TypedPlanInput, context: z.RefinementCtx) {
  let sound = true;
  const refuse: Refuse = (message, ...path) => {
    sound = false;
    context.issues.push({ code: 'custom', path, message, input });
  };
  const check: Check = (schema, value, ...path) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues.slice(0, 3)) {
      refuse(issue.message, ...path, ...(issue.path as (string | number)[]));
    }
    return undefined;
  };
  return { check, refuse, isSound: () => sound };
}

/** What the plan keeps to. Rows nothing was typed into are left out. */
function termsOf(draft: TypedPlanInput, check: Check, refuse: Refuse): PlanTerms {
  const pauses = draft.pauses.flatMap((row, index) => {
    if (row.label.trim() === '' && row.from === '' && row.to === '') return [];
    // One day off is a day, not a range.
    const typed = check(pause, { ...row, to: row.to || row.from }, 'pauses', index);
    if (!typed) return [];
    if (typed.to < typed.from) refuse('This is before it begins.', 'pauses', index, 'to');
    return [typed];
  });
  const fixed = draft.fixed.flatMap((row, index) => {
    if (row.section === '' && row.by === '') return [];
    const sectionId = identity(row.section);
    if (sectionId === null) refuse('Choose a section.', 'fixed', index, 'section');
    const by = check(due, row.by, 'fixed', index, 'by');
    return sectionId !== null && by ? [{ sectionId, by }] : [];
  });
  const day = (value: string, name: string) =>
    value === '' ? null : (check(calendarDate('This is no date.'), value, name) ?? null);
  return {
    rhythm: check(rhythm, draft.rhythm, 'rhythm') ?? 'sessions',
    weekday: check(weekday, draft.weekday, 'weekday') ?? 2,
    pace: check(pace, draft.pace, 'pace') ?? 30,
    pauses,
    fixed,
    recapOn: day(draft.recapOn, 'recapOn'),
    wrapOn: day(draft.wrapOn, 'wrapOn'),
    optionalIds: sectionsFor(draft, OPTIONAL),
  };
}
