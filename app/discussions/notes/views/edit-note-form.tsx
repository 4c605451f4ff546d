import { addressOfNote, addressOfThread } from '#app/discussions/addresses.ts';
import type { StandingNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import { AboutField } from '#app/discussions/views/about-field.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { placeOfNote } from './draft-store.ts';
import { NoteFields, type NoteText } from './note-fields.tsx';
import { Preview, PreviewButton } from './note-preview.tsx';
import { QuotedPassage } from './passage.tsx';

interface Props {
  circle: string;
  threadId: number;
  noteId: number;
  me: number;
  note: NoteText & { version: number; sectionId: number | null };
  /** whether its author took it back: then it comes back with what is saved */
  takenBack: boolean;
  /** those a note may be about */
  sections: readonly { id: number; name: string }[];
  /** what the note says now, when that is not what the typed text was made from */
  theirs?: StandingNote;
  submissionKey: string;
}

export function EditNoteForm(props: Props) {
  const { circle, threadId, noteId, me, note, sections, theirs, takenBack, submissionKey } = props;
  const action = `${addressOfThread(circle, threadId)}/notes/${noteId}/edit`;
  const version = theirs?.version ?? note.version;
  const form = (
    <PostForm action={action}>
      <Hidden name="version" value={version} />
      <NoteFields
        label={theirs ? 'What you typed' : 'Your note'}
        rows={10}
        note={note}
        draft={{
          personId: me,
          submissionKey,
          place: placeOfNote(noteId),
          blank: {
            body: note.body,
            quote: note.quote,
            quotePage: note.quotePage,
            version: String(note.version),
          },
        }}
      />
      <AboutField sections={sections} unsaid={null} chosen={note.sectionId ?? 'none'} />
      <Preview />
      <div className="actions">
        {takenBack ? (
          <Button variant="primary" name="restore" value="yes">
            Bring it back with this
          </Button>
        ) : (
          <Button variant="primary">{theirs ? 'Keep what you typed' : 'Save the note'}</Button>
        )}
        <PreviewButton />
        <ButtonLink to={addressOfNote(circle, threadId, noteId)} variant="quiet">
          {theirs ? 'Keep the note as it is now' : 'Leave it as it was'}
        </ButtonLink>
      </div>
    </PostForm>
  );
  if (!theirs) return form;
  return (
    <>
      <NoticeBar tone="rubric">
        This note was changed in another window since you opened it here. Both texts are below:
        nothing was saved over, and nothing you typed is lost.
      </NoticeBar>
      <div className="two-texts">
        <section className="standing-note" aria-labelledby="as-it-is-now">
          <h2 id="as-it-is-now">As it is now</h2>
          {sections.length > 0 && (
            <p className="hint">
              About{' '}
              {sections.find(({ id }) => id === theirs.sectionId)?.name ?? 'nothing that spoils'}
            </p>
          )}
          <QuotedPassage text={theirs.quote} page={theirs.quotePage} />
          <Prose html={theirs.html} />
        </section>
        {form}
      </div>
    </>
  );
}
