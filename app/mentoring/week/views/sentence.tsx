import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { ended } from '#app/mentoring/week/words.ts';

/** The plan in its person's own words. */
export function Sentence({ of }: { of: Pick<Week, 'whom' | 'when' | 'will'> }) {
  return (
    <>
      <p className="eyebrow">
        <bdi>{of.whom}</bdi>
      </p>
      <p className="week-sentence" dir="auto">
        <i>When</i> {of.when}, <i>I will</i> {ended(of.will)}
      </p>
    </>
  );
}
