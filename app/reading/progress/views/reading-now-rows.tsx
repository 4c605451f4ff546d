import { addressOfReadings } from '#app/reading/addresses.ts';
import type { ReadingNow } from '#app/reading/queries/reading-now.server.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Row } from '#app/ui/page/page.tsx';
import { ReadThis } from './my-progress.tsx';

/** What the viewer reads for in each of their circles, each one tap from having read it. */
export function ReadingNowRows({ readings }: { readings: readonly ReadingNow[] }) {
  const shown = ({ circle, words, dueOn }: ReadingNow) => ({
    title: words,
    to: addressOfReadings(circle.slug),
    meta: dueOn ? `${apart(circle.name)}, by ${dayOf(dueOn)}` : circle.name,
  });
  return (
    <BoundedRows
      of={readings}
      row={(next) => {
        const { to } = shown(next);
        return (
          <Row
            key={next.readingId}
            {...shown(next)}
            action={
              <ReadThis path={`${to}/${next.readingId}/progress`} next={next} back="home">
                I’ve read it<span className="sr-only">: {next.words}</span>
              </ReadThis>
            }
          />
        );
      }}
      line={shown}
    />
  );
}
