import type { MilestoneView } from '#app/reading/queries/reading-view.ts';
import { drawn, share } from '#app/ui/drawings/drawn.ts';

interface PlanBarProps {
  milestone: Pick<MilestoneView, 'state' | 'passed' | 'pages'>;
  /** pages of the longest milestone of the plan: its bar is the widest */
  longest: number;
}

/** A milestone's pages as a bar, filled as far as its time has come. */
export function PlanBar({ milestone: { state, passed, pages }, longest }: PlanBarProps) {
  const width = longest > 0 ? Math.max(12, share(pages, longest)) : 100;
  const fill = state === 'done' ? 100 : state === 'now' ? passed * 100 : 0;
  return (
    <span
      aria-hidden="true"
      className={`${drawn(width)} block h-2 w-[calc(var(--drawn)*1%)] overflow-hidden rounded-[3px] ${state === 'now' ? 'bg-cloth-wash' : 'bg-rule'}`}
    >
      <span
        className={`${drawn(fill)} block h-full w-[calc(var(--drawn)*1%)] bg-cloth ${state === 'done' ? 'opacity-45' : ''}`}
      />
    </span>
  );
}

/** What a state means, for those who hear the page. */
export const stateWords = { done: 'done', now: 'now', next: 'to come' } as const;

export const longestOf = (milestones: readonly { pages: number }[]) =>
  Math.max(0, ...milestones.map(({ pages }) => pages));
