import { addressOfWrap } from '#app/seasons/addresses.ts';
import type { LastWrap, WaitingWrap } from '#app/seasons/queries/waiting.server.ts';
import { isAnswer } from '#app/seasons/rules/seasons.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { NoticeBar, Row } from '#app/ui/page/page.tsx';

interface CircleWrapProps {
  wrap: LastWrap;
  /** the circle's path */
  home: string;
  zone: string;
  /** a facilitator or the host */
  runs: boolean;
}

/** The end of a season on the circle's page: what waits for the viewer, or what comes next. */
export function CircleWrap({ wrap, home, zone, runs }: CircleWrapProps) {
  const path = `${home}/reading/${wrap.readingId}/wrap`;
  const waits = !wrap.open && !isAnswer(wrap.mine);
  return (
    <div className="mb-8">
      {waits ? (
        <NoticeBar tone="rubric" action={<Link to={path}>Write and answer</Link>}>
          <cite>{wrap.book}</cite> has come to its end. What did you take from it, and will you stay
          for the next one? Until <When at={wrap.answerBy} zone={zone} style="day" />.
        </NoticeBar>
      ) : wrap.open ? (
        <NoticeBar
          tone="cloth"
          action={runs ? <Link to={`${home}/reading`}>Choose the next book</Link> : undefined}
        >
          After <cite>{wrap.book}</cite>:{' '}
          <Link to={path}>what you took from it, and who stays</Link>.
        </NoticeBar>
      ) : (
        <NoticeBar tone="cloth" action={<Link to={path}>What we took from it</Link>}>
          The circle wraps up <cite>{wrap.book}</cite>.
        </NoticeBar>
      )}
    </div>
  );
}

/** Rows of wraps in which the viewer has not said whether they stay. */
export function WaitingWraps({ wraps, zone }: { wraps: readonly WaitingWrap[]; zone: string }) {
  const shown = ({ circle, readingId, book, answerBy }: WaitingWrap) => ({
    title: book,
    to: addressOfWrap(circle.slug, readingId),
    meta: (
      <>
        <bdi>{circle.name}</bdi>, until <When at={answerBy} zone={zone} style="day" />
      </>
    ),
  });
  return (
    <BoundedRows
      of={wraps}
      row={(wrap) => {
        const { to } = shown(wrap);
        const answer = <ButtonLink to={to}>Answer</ButtonLink>;
        return <Row key={to} {...shown(wrap)} new="Stay for the next one?" action={answer} />;
      }}
      line={shown}
    />
  );
}
