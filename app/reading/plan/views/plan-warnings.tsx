import { paceWarnings } from '#app/reading/plan/rules/pace.ts';
import type { Picture } from '#app/reading/plan/rules/picture.ts';
import { dayOf } from '#app/time/words.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';

/** 'Seven milestones until Tuesday 26 January, 186 pages.' */
export function PlanSummary({ picture, paged }: { picture: Picture; paged: boolean }) {
  const { stints } = picture;
  const pages = stints.reduce((sum, stint) => sum + stint.pages, 0);
  const about = stints.some((stint) => stint.about) ? 'about ' : '';
  const last = stints.findLast(({ dueOn }) => dueOn !== '')?.dueOn;
  const milestones = plural(stints.length, 'milestone', 'milestones');
  return (
    <p aria-live="polite" className="mt-1 mb-3 text-ink-2">
      {stints.length > 0 &&
        `${capital(countWord(stints.length))} ${milestones}${last ? ` until ${dayOf(last)}` : ''}`}
      {stints.length > 0 && (paged ? `, ${about}${pages} pages.` : '.')}
    </p>
  );
}

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
