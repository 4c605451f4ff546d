import { addressOfWrap } from '#app/seasons/addresses.ts';
import type { WaitingWrap } from '#app/seasons/queries/waiting.server.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Row } from '#app/ui/page/page.tsx';

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
