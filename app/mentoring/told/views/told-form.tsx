import { useActionData } from '@remix-run/react';
import type { DraftPlace } from '#app/discussions/notes/views/draft-words.tsx';
import { DraftWords } from '#app/discussions/notes/views/draft-words.tsx';
import { PreviewButton } from '#app/discussions/notes/views/note-preview.tsx';
import type { StandingTold } from '#app/mentoring/told/commands/change-told.server.ts';
import type { ToldPreview } from '#app/mentoring/told/queries/told-preview.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { ToldTexts } from './told-texts.tsx';

interface FieldsProps {
  texts: { told: string; will: string };
  draft: DraftPlace;
}

/** What somebody was told, and what they will do with it. */
function ToldFields({ texts, draft }: FieldsProps) {
  return (
    <>
      <TextArea
        name="told"
        label="What I was told"
        rows={4}
        grow
        required
        defaultValue={texts.told}
        hint="In the words you heard, as far as you remember them. Leave out whose they are, if they’d mind."
      />
      <TextArea
        name="will"
        label="What I’ll do"
        rows={3}
        grow
        required
        defaultValue={texts.will}
        hint={
          <>
            One thing, small enough to do. Markdown works.
            <DraftWords {...draft} />
          </>
        }
      />
    </>
  );
}

/** How the circle would read it, once its author asked for that. */
function ToldAsRead() {
  const preview = useActionData<{ preview?: ToldPreview }>()?.preview;
  return (
    <div role="status">
      {preview && (
        <section className="note-preview told-whole" aria-label="Preview">
          <p className="eyebrow">Preview, not saved yet</p>
          <ToldTexts mine={false} {...preview} />
        </section>
      )}
    </div>
  );
}

interface NewProps {
  me: number;
  place: string;
  submissionKey: string;
  /** its host opens the circle's board with it */
  opening: boolean;
  back: string;
}

export function NewToldForm({ me, place, submissionKey, opening, back }: NewProps) {
  const blank = { told: '', will: '' };
  return (
    <PostForm>
      {opening && <Hidden name="opening" value="yes" />}
      <ToldFields texts={blank} draft={{ personId: me, place, blank, submissionKey }} />
      <ToldAsRead />
      <div className="actions">
        <Button variant="primary">{opening ? 'Open the board with it' : 'Share it'}</Button>
        <PreviewButton />
        <ButtonLink to={back} variant="quiet">
          Not now
        </ButtonLink>
      </div>
    </PostForm>
  );
}

interface ChangeProps {
  me: number;
  place: string;
  submissionKey: string;
  told: { told: string; will: string; version: number };
  /** what it says now, where that is not what the typed text was made from */
  theirs?: StandingTold;
  back: string;
}

export function ChangeToldForm({ me, place, submissionKey, told, theirs, back }: ChangeProps) {
  const version = theirs?.version ?? told.version;
  const blank = { told: told.told, will: told.will, version: String(told.version) };
  return (
    <>
      {theirs && (
        <SavedNow>
          <Prose html={theirs.told} />
          <Prose html={theirs.will} />
        </SavedNow>
      )}
      <PostForm>
        <Hidden name="version" value={version} />
        <ToldFields texts={told} draft={{ personId: me, place, blank, submissionKey }} />
        <ToldAsRead />
        <div className="actions">
          <Button variant="primary">{theirs ? 'Keep what you typed' : 'Save it'}</Button>
          <PreviewButton />
          <ButtonLink to={back} variant="quiet">
            Leave it as it was
          </ButtonLink>
        </div>
      </PostForm>
    </>
  );
}
