import { Button } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { standingWords } from './progress-words.ts';
import type { Standing } from './queries/standing.server.ts';

interface MyProgressProps {
  /** the circle's slug */
  circle: string;
  standing: Standing;
  /** most of the discussion is about what they have read */
  mostlyRead: boolean;
  /** where to come back to */
  back: 'circle' | 'reading' | 'progress';
}

/** How far the viewer is, and the one tap that says they have read on. */
export function MyProgress({ circle, standing, mostlyRead, back }: MyProgressProps) {
  const path = `/circles/${circle}/reading/${standing.readingId}/progress`;
  return (
    <div className="my-progress">
      <p>{standingWords(standing, mostlyRead)}</p>
      <div className="my-progress-ways">
        <ReadThis path={path} standing={standing} back={back} />
        {back !== 'progress' && <Link to={path}>Your progress</Link>}
      </div>
    </div>
  );
}

interface ReadThisProps {
  path: string;
  standing: Standing;
  back: string;
}

function ReadThis({ path, standing: { next }, back }: ReadThisProps) {
  if (!next) return null;
  return (
    <PostForm action={path}>
      <Hidden name="what" value="upTo" />
      <Hidden name="sectionId" value={next.sectionId} />
      <Hidden name="back" value={back} />
      <Button>{`I’ve read ${next.words}`}</Button>
    </PostForm>
  );
}
