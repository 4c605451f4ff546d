import type { PlannedMilestone } from './plan.ts';

/** A milestone as it is being typed. `key` is what the sections point to. */
export interface MilestoneRow {
  key: string;
  id: string;
  title: string;
  dueOn: string;
}

/** Which milestone a section is read for: its key, or '' when it is not in the plan. */
export interface SectionChoice {
  id: string;
  milestone: string;
}

export interface PlanDraft {
  milestones: MilestoneRow[];
  sections: SectionChoice[];
}

/** The next key no row has. Keys only have to differ within one form. */
export function freshKey(rows: readonly { key: string }[]): string {
  const numbers = rows.map(({ key }) => Number(/^m(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `m${Math.max(0, ...numbers) + 1}`;
}

/** The draft after 'add-row' or 'remove:2' was pressed. An unknown step changes nothing. */
export function takePlanStep<D extends PlanDraft>(draft: D, step: string): D {
  const [verb, place] = step.split(':');
  const { milestones, sections } = draft;
  if (verb === 'add-row') {
    const row = { key: freshKey(milestones), id: '', title: '', dueOn: '' };
    return { ...draft, milestones: [...milestones, row] };
  }
  const gone = verb === 'remove' ? milestones[Number(place)] : undefined;
  if (!gone) return draft;
  return {
    ...draft,
    milestones: milestones.filter((row) => row !== gone),
    sections: sections.map((section) =>
      section.milestone === gone.key ? { ...section, milestone: '' } : section,
    ),
  };
}

/** A draft of these milestones for a book of these sections. */
export function draftOf(
  milestones: readonly PlannedMilestone[],
  bookSections: readonly { id: number }[],
): PlanDraft {
  const keys = new Map(
    milestones.flatMap(({ sectionIds }, index) =>
      sectionIds.map((id) => [id, `m${index + 1}`] as const),
    ),
  );
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
