import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { ended } from '#app/mentoring/week/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Eyebrow } from '#app/ui/page/page.tsx';

interface SentenceProps {
  of: Pick<Week, 'whom' | 'when' | 'will'>;
  /** where the week stands, when this is elsewhere */
  to?: string;
  /** whom stands above it already */
  named?: boolean;
}

/** The plan in its person's own words. */
export function Sentence({ of, to, named }: SentenceProps) {
  const whom = <bdi>{of.whom}</bdi>;
  return (
    <>
      {!named && <Eyebrow>{to ? <Link to={to}>{whom}</Link> : whom}</Eyebrow>}
      <p className="week-sentence" dir="auto">
        <i>When</i> {of.when}, <i>I will</i> {ended(of.will)}
      </p>
    </>
  );
}
