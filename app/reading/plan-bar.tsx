import type { CSSProperties } from 'react';
import type { MilestoneView } from './reading-view.ts';

interface PlanBarProps {
  milestone: Pick<MilestoneView, 'state' | 'passed' | 'pages'>;
  /** pages of the longest milestone of the plan: its bar is the widest */
  longest: number;
}

/** A milestone's pages as a bar, filled as far as its time has come. */
export function PlanBar({ milestone: { state, passed, pages }, longest }: PlanBarProps) {
  const width = longest > 0 ? Math.max(12, Math.round((pages / longest) * 100)) : 100;
  const fill = state === 'done' ? 100 : state === 'now' ? Math.round(passed * 100) : 0;
  const style = { '--width': `${width}%`, '--fill': `${fill}%` } as CSSProperties;
  return (
    <span
      aria-hidden="true"
      style={style}
      className={`block h-2 w-(--width) overflow-hidden rounded-[3px] ${state === 'now' ? 'bg-cloth-wash' : 'bg-rule'}`}
    >
      <span
        className={`block h-full w-(--fill) bg-cloth ${state === 'done' ? 'opacity-45' : ''}`}
      />
    </span>
  );
}

/** What a state means, for those who hear the page. */
export const stateWords = { done: 'done', now: 'now', next: 'to come' } as const;

export const longestOf = (milestones: readonly { pages: number }[]) =>
  Math.max(0, ...milestones.map(({ pages }) => pages));
