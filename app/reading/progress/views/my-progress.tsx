import type { ReactNode } from 'react';
import { addressOfReading, addressOfReadings } from '#app/reading/addresses.ts';
import { ReplanOffer } from '#app/reading/plan/views/replan-offer.tsx';
import type { Standing } from '#app/reading/progress/queries/standing.server.ts';
import type { NextToRead } from '#app/reading/progress/rules/next-to-read.ts';
import { standingWords } from '#app/reading/progress/words.ts';
import type { ReadingNow } from '#app/reading/queries/reading-now.server.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Row } from '#app/ui/page/page.tsx';

/** Where a tap is made: `ProgressForm` names the same. */
type Back = 'home' | 'circle' | 'reading' | 'progress' | `session-${number}`;

interface MyProgressProps {
  /** the circle's slug */
  circle: string;
  standing: Standing;
  /** most of the discussion is about what they have read */
  mostlyRead: boolean;
  /** where to come back to */
  back: Back;
}

/** How far the viewer is, and the one tap that says they have read on. */
export function MyProgress({ circle, standing, mostlyRead, back }: MyProgressProps) {
  const reading = addressOfReading(circle, standing.readingId);
  const path = `${reading}/progress`;
  return (
    <div className="my-progress">
      {standing.offerReplan && (back === 'circle' || back === 'reading') && (
        <ReplanOffer to={`${reading}/replanning`} why="behind" />
      )}
      <p>{standingWords(standing, mostlyRead)}</p>
      <div className="my-progress-ways">
        {standing.next && (
          <ReadThis path={path} next={standing.next} back={back}>
            I’ve read {standing.next.words}
          </ReadThis>
        )}
        {back !== 'progress' && (
          <WhileOpen>
            <Link to={path}>Your progress</Link>
          </WhileOpen>
        )}
      </div>
    </div>
  );
}

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

interface ReadThisProps {
  path: string;
  next: Pick<NextToRead, 'sectionId'>;
  back: Back;
  children: ReactNode;
}

function ReadThis({ path, next, back, children }: ReadThisProps) {
  return (
    <PostForm action={path} name="up-to">
      <Hidden name="what" value="upTo" />
      <Hidden name="sectionId" value={next.sectionId} />
      <Hidden name="back" value={back} />
      <Button>
        <span>{children}</span>
      </Button>
    </PostForm>
  );
}
