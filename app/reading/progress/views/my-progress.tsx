import type { ReactNode } from 'react';
import { addressOfReading } from '#app/reading/addresses.ts';
import { ReplanOffer } from '#app/reading/plan/views/replan-offer.tsx';
import type { Standing } from '#app/reading/progress/queries/standing.server.ts';
import type { NextToRead } from '#app/reading/progress/rules/next-to-read.ts';
import { standingWords } from '#app/reading/progress/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';

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

interface ReadThisProps {
  path: string;
  next: Pick<NextToRead, 'sectionId'>;
  back: Back;
  children: ReactNode;
}

/** One press: they have read it. */
export function ReadThis({ path, next, back, children }: ReadThisProps) {
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
