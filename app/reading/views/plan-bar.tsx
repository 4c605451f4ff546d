import { pagesOf } from '#app/books/rules/pages.ts';
import type { Standing } from '#app/reading/progress/queries/standing.server.ts';
import type { MilestoneView } from '#app/reading/queries/reading-view.ts';
import { drawn, share } from '#app/ui/drawings/drawn.ts';

/** What the viewer has said to have read; null where a reading is over. */
export type OwnReading = Pick<Standing, 'said' | 'sections'> | null;

interface PlanBarProps {
  milestone: MilestoneView;
  /** pages of the longest milestone of the plan: its bar is the widest */
  longest: number;
  own: OwnReading;
}

/** A milestone's pages as a bar, filled as far as the viewer has read, with a tick for today. */
export function PlanBar({ milestone, longest, own }: PlanBarProps) {
  const { state, passed, pages } = milestone;
  const width = longest > 0 ? Math.max(12, share(pages, longest)) : 100;
  const fill = own ? readOf(milestone, own) : state === 'done' ? 100 : 0;
  return (
    <span
      aria-hidden="true"
      className={`${drawn(width)} plan-progress ${state === 'now' ? 'bg-cloth-wash' : 'bg-rule'}`}
    >
      <span className={`${drawn(fill)} ${fill === 0 ? 'hidden' : ''}`} />
      {state === 'now' && own && <b className={drawn(passed * 100)} />}
    </span>
  );
}

/** How much of a milestone somebody has read, in percent of its pages, else of its sections. */
export function readOf({ sections }: Pick<MilestoneView, 'sections'>, own: OwnReading): number {
  // Who has said nothing is at no place that could be drawn.
  if (!own?.said) return 0;
  const within = new Set(own.sections.flatMap(({ id, within }) => (within ? [id] : [])));
  const read = sections.filter(({ id }) => within.has(id));
  if (read.length === sections.length) return 100;
  const [done, all] = [pagesOf(read), pagesOf(sections)];
  return Math.round(all > 0 ? (100 * done) / all : (100 * read.length) / sections.length);
}

/** The bars in words, for those who hear the page. */
export function barWords(milestone: MilestoneView, own: OwnReading): string {
  const read = readOf(milestone, own);
  if (!own?.said) return stateWords[milestone.state];
  const mine =
    read === 100 ? 'you have read it' : read === 0 ? 'not read yet' : `${read} percent read`;
  return `${stateWords[milestone.state]}, ${mine}`;
}

/** What the bars mean, below them. */
export function BarLegend({ own }: { own: OwnReading }) {
  if (!own) return null;
  return (
    <p className="hint">
      {own.said
        ? 'Filled is what you have read; the line across is today.'
        : 'The line across is today. Say how far you are, and what you have read is filled.'}
    </p>
  );
}

/** What a state means, for those who hear the page. */
const stateWords = { done: 'done', now: 'now', next: 'to come' } as const;

export const longestOf = (milestones: readonly { pages: number }[]) =>
  Math.max(0, ...milestones.map(({ pages }) => pages));
