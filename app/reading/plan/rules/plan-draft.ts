import type { Pause } from './pace.ts';
import type { PlannedMilestone } from './plan.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { FixedPoint } from './stints.ts';

/** A milestone as it is being typed. `key` is what the sections point to. */
export interface MilestoneRow {
  key: string;
  id: string;
  title: string;
  dueOn: string;
}

/** What a section points to when it is for those who like. */
export const OPTIONAL = 'optional';

/** Which milestone a section is read for: its key, OPTIONAL, or '' when it is not in the plan. */
export interface SectionChoice {
  id: string;
  milestone: string;
}

export interface PauseRow {
  label: string;
  from: string;
  to: string;
}

export interface FixedRow {
  section: string;
  by: string;
}

/** A row as the form's row drafts hold it. */
export type TypedSettings<T> = T & Record<string, string>;

/** The rows of the form. */
export interface PlanDraft {
  milestones: MilestoneRow[];
  sections: SectionChoice[];
  pauses: PauseRow[];
  fixed: FixedRow[];
}

export const blankPause: PauseRow = { label: '', from: '', to: '' };
export const blankFixed: FixedRow = { section: '', by: '' };

/** The next key no row has. Keys only have to differ within one form. */
export function freshKey(rows: readonly { key: string }[]): string {
  const numbers = rows.map(({ key }) => Number(/^m(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `m${Math.max(0, ...numbers) + 1}`;
}

/** The draft after 'add-row:pauses' or 'remove:2:milestones' was pressed; unknown, unchanged. */
export function takePlanStep<D extends PlanDraft>(draft: D, step: string): D {
  const [verb, ...of] = step.split(':');
  const list = of.at(-1);
  if (verb === 'add-row') {
    if (list === 'pauses') return { ...draft, pauses: [...draft.pauses, blankPause] };
    if (list === 'fixed') return { ...draft, fixed: [...draft.fixed, blankFixed] };
    if (list !== 'milestones') return draft;
    const row = { key: freshKey(draft.milestones), id: '', title: '', dueOn: '' };
    return { ...draft, milestones: [...draft.milestones, row] };
  }
  if (verb !== 'remove') return draft;
  const without = <R>(rows: readonly R[]) => rows.filter((_, index) => String(index) !== of[0]);
  if (list === 'pauses') return { ...draft, pauses: without(draft.pauses) };
  if (list === 'fixed') return { ...draft, fixed: without(draft.fixed) };
  if (list !== 'milestones') return draft;
  const milestones = without(draft.milestones);
  const gone = draft.milestones.filter((row) => !milestones.includes(row));
  return {
    ...draft,
    milestones,
    sections: draft.sections.map((section) =>
      gone.some(({ key }) => key === section.milestone) ? { ...section, milestone: '' } : section,
    ),
  };
}

/** The rows of these milestones for a book of these sections. */
export function milestoneRows(
  milestones: readonly PlannedMilestone[],
  bookSections: readonly { id: number }[],
  optionalIds: readonly number[] = [],
): Pick<PlanDraft, 'milestones' | 'sections'> {
  const keys = new Map<number, string>([
    ...optionalIds.map((id) => [id, OPTIONAL] as const),
    ...milestones.flatMap(({ sectionIds }, index) =>
      sectionIds.map((id) => [id, `m${index + 1}`] as const),
    ),
  ]);
  return {
    milestones: milestones.map(({ id, title, dueOn }, index) => ({
      key: `m${index + 1}`,
      id: id === undefined ? '' : String(id),
      title,
      dueOn,
    })),
    sections: bookSections.map(({ id }) => ({ id: String(id), milestone: keys.get(id) ?? '' })),
  };
}

const pauseRows = (pauses: readonly Pause[]): PauseRow[] =>
  pauses.map(({ label, from, to }) => ({ label, from, to }));

const fixedRows = (fixed: readonly FixedPoint[]): FixedRow[] =>
  fixed.map(({ sectionId, by }) => ({ section: String(sectionId), by }));

/** Everything the form of a reading shows, as it is typed. */
export interface PlanTyped extends PlanDraft {
  startsOn: string;
  endsOn: string;
  rhythm: string;
  weekday: string;
  count: string;
  pace: string;
  /** 'on' when ticked */
  recap: string;
  wrap: string;
  recapOn: string;
  wrapOn: string;
}

/** A plan's terms as its form shows them. */
export function typedTerms(terms: PlanTerms) {
  const { rhythm, weekday, pace, pauses, fixed, recapOn, wrapOn } = terms;
  return {
    rhythm: String(rhythm),
    weekday: String(weekday),
    pace: String(pace),
    recap: recapOn ? 'on' : '',
    wrap: wrapOn ? 'on' : '',
    recapOn: recapOn ?? '',
    wrapOn: wrapOn ?? '',
    pauses: pauseRows(pauses),
    fixed: fixedRows(fixed),
  };
}
