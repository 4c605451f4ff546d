import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';

/** What a facilitator can do with a reading that is not over. */
export function ReadingTools({ reading, path }: { reading: ReadingView; path: string }) {
  if (reading.state === 'past') return null;
  return (
    <>
      {reading.milestones.length === 0 && (
        <ButtonLink to={`${path}/books/${reading.book.id}`} variant="primary">
          Enter its chapters
        </ButtonLink>
      )}
      <ButtonLink to={`${path}/${reading.id}/edit`}>Change the plan</ButtonLink>
      {reading.state === 'current' && (
        <ButtonLink to={`${path}/${reading.id}/replanning`} variant="quiet">
          We are behind
        </ButtonLink>
      )}
      <ButtonLink to={`${path}/${reading.id}/ending`} variant="quiet">
        End it early
      </ButtonLink>
    </>
  );
}
