import { countWord, dayOf } from '#app/ui/format.ts';
import { paceWarnings } from './rules/pace.ts';
import type { Picture } from './rules/picture.ts';

/** What a plan should be told about itself, calmly: it is never forbidden. */
export function PlanWarnings({ picture, paged }: { picture: Picture; paged: boolean }) {
  return (
    <div aria-live="polite">
      {warningsOf(picture, paged).map((words) => (
        <p key={words} className="notice mt-3">
          {words}
        </p>
      ))}
    </div>
  );
}

function warningsOf({ startsOn, stints, pace, pauses }: Picture, paged: boolean): string[] {
  const dated = stints.filter(({ dueOn }) => dueOn !== '');
  if (!startsOn || dated.length === 0) return [];
  const plan = { startsOn, stints: dated, pace: pace || Number.POSITIVE_INFINITY, pauses };
  return paceWarnings(plan).flatMap((warning) => {
    if (warning.of === 'length') {
      return `${warning.weeks} weeks is long for one book. Most circles keep it under ten.`;
    }
    if (!paged) return [];
    const { most, limit, stints: fast } = warning;
    const where =
      fast.length === 1
        ? `before ${dayOf(dated[fast[0] ?? 0]?.dueOn ?? '')}`
        : `before ${countWord(fast.length)} of the milestones`;
    return `Up to ${most} pages a week ${where}: more than about ${limit} a week is hard to keep up beside work.`;
  });
}
