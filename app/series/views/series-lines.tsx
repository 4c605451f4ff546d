import { addressOfNewSeries, addressOfSeries } from '#app/series/addresses.ts';
import type { SeriesLine } from '#app/series/queries/series-view.ts';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';

interface OfSession {
  series: SeriesLine | null;
  circleSlug: string;
  sessionId: number;
  /** a facilitator or the host, while something can be changed */
  runs: boolean;
}

/** Which series a session is of; without one, the way to repeat it. */
export function SeriesOfSession({ series, circleSlug, sessionId, runs }: OfSession) {
  if (!series && !runs) return null;
  return (
    <p className="mt-2 text-ink-2">
      {series ? (
        <>
          <Link to={addressOfSeries(circleSlug, series.id)}>{series.recurs}</Link>
          {runs && (
            <span className="print:hidden">
              {' · '}
              <Link to={`${addressOfSeries(circleSlug, series.id)}/edit?session=${sessionId}`}>
                Change it and the following
              </Link>
            </span>
          )}
        </>
      ) : (
        <Link
          className="print:hidden"
          to={`${addressOfNewSeries(circleSlug)}?session=${sessionId}`}
        >
          Repeat this
        </Link>
      )}
    </p>
  );
}

interface OfCircle {
  series: readonly SeriesLine[];
  circleSlug: string;
  runs: boolean;
}

/** The series of a circle, and the way to begin one. */
export function SeriesOfCircle({ series, circleSlug, runs }: OfCircle) {
  if (series.length === 0 && !runs) return null;
  return (
    <p className="mb-8 text-ink-2">
      {series.map(({ id, recurs, title }) => (
        <span key={id} className="block">
          <Link to={addressOfSeries(circleSlug, id)}>{recurs}</Link>
          {title && ` · ${apart(title)}`}
        </span>
      ))}
      {runs && <Link to={addressOfNewSeries(circleSlug)}>Set sessions that recur</Link>}
    </p>
  );
}
