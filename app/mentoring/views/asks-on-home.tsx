import { addressOfBoard } from '#app/mentoring/addresses.ts';
import type { CircleAsking, NeededOfAsks } from '#app/mentoring/queries/on-home-view.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Row } from '#app/ui/page/page.tsx';

/** Rows of asks, offers and conversations that wait for the viewer. */
export function NeededRows({ needs }: { needs: readonly NeededOfAsks[] }) {
  return (
    <BoundedRows
      of={needs}
      row={({ key, eyebrow, title, to, said, action, at, ways }) => (
        <Row
          key={key}
          title={title}
          to={to}
          new={eyebrow}
          meta={said && <p dir="auto">{said}</p>}
          action={
            <>
              <ButtonLink to={at} aria-label={`${action}: ${title}`}>
                {action}
              </ButtonLink>
              {ways.map((way) => (
                <ButtonLink
                  key={way.to}
                  to={way.to}
                  variant="quiet"
                  aria-label={`${way.label}: ${title}`}
                >
                  {way.label}
                </ButtonLink>
              ))}
            </>
          }
        />
      )}
      line={({ to, title, eyebrow }) => ({ to, title, meta: eyebrow })}
    />
  );
}

/** What is newly asked, circle by circle, a line each. */
export function NewAsks({ circles }: { circles: readonly CircleAsking[] }) {
  return circles.map(({ slug, name, cloth, asks }) => (
    <li key={slug} data-cloth={cloth} className="news">
      <p className="news-circle">Asked in {name}</p>
      <ul>
        {asks.map(({ id, to, title, by }) => (
          <li key={id}>
            <Link to={to}>{title}</Link>
            <p className="text-sm text-ink-2">{by}</p>
          </li>
        ))}
      </ul>
      <div className="news-more">
        <Link to={addressOfBoard(slug)}>Who could use a hand?</Link>
      </div>
    </li>
  ));
}
