import { placeOfLine } from '#app/discussions/notes/views/draft-store.ts';
import { blankNote, NoteFields } from '#app/discussions/notes/views/note-fields.tsx';
import { Preview, PreviewButton } from '#app/discussions/notes/views/note-preview.tsx';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import type { StandingLine } from '#app/mentoring/conversations/commands/edit-line.server.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

interface Props {
  conversationId: number;
  noteId: number;
  me: number;
  note: { body: string; version: number };
  /** what the note says now, when that is not what the typed text was made from */
  theirs?: StandingLine;
  submissionKey: string;
}

export function EditLineForm(props: Props) {
  const { conversationId, noteId, me, note, theirs, submissionKey } = props;
  const form = (
    <PostForm action={`${addressOfConversation(conversationId)}/notes/${noteId}/edit`}>
      <Hidden name="version" value={theirs?.version ?? note.version} />
      <NoteFields
        bookless
        label={theirs ? 'What you typed' : 'Your note'}
        rows={10}
        note={{ ...blankNote, body: note.body }}
        draft={{
          personId: me,
          submissionKey,
          place: placeOfLine(noteId),
          blank: { body: note.body, version: String(note.version) },
        }}
      />
      <Preview />
      <div className="actions">
        <Button variant="primary">{theirs ? 'Keep what you typed' : 'Save the note'}</Button>
        <PreviewButton />
        <ButtonLink to={addressOfLine(conversationId, noteId)} variant="quiet">
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
          <Prose html={theirs.html} />
        </section>
        {form}
      </div>
    </>
  );
}
