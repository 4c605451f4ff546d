import type { StandingTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import type { OwnTakeaway } from '#app/seasons/queries/wrap-view.ts';
import { TAKEAWAY_MAX } from '#app/seasons/rules/seasons.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface TakeawayFormProps {
  path: string;
  mine: OwnTakeaway | null;
  /** what it says now, when that is not what the typed text was made from */
  theirs?: StandingTakeaway;
}

/** What I took from it: written once, changed as often as one likes. */
export function TakeawayForm({ path, mine, theirs }: TakeawayFormProps) {
  return (
    <section className="panel" id="write" aria-label="What you took from it">
      {theirs && (
        <>
          <NoticeBar tone="rubric">
            You changed this in another window since you opened it here. Nothing was saved over, and
            nothing you typed is lost. This is what it says now:
          </NoticeBar>
          <Prose html={theirs.html} />
        </>
      )}
      <PostForm action={path}>
        <Hidden name="version" value={theirs?.version ?? mine?.version ?? 0} />
        <TextArea
          key={mine?.version ?? 0}
          name="body"
          label="What did you take from it?"
          rows={4}
          grow
          required
          maxLength={TAKEAWAY_MAX}
          className="note-body"
          defaultValue={mine?.body}
          hint="A line or two is plenty, and half the book counts. The circle reads it. Markdown works."
        />
        <div className="actions">
          <Button variant="primary">{mine ? 'Save it' : 'Share it with the circle'}</Button>
          {mine && !mine.takenBack && (
            <ButtonLink to={path} variant="quiet">
              Leave it was
            </ButtonLink>
          )}
        </div>
      </PostForm>
    </section>
  );
}
