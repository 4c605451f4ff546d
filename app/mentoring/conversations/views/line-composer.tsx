import { placeOfConversation } from '#app/discussions/notes/views/draft-store.ts';
import { blankNote, NoteFields } from '#app/discussions/notes/views/note-fields.tsx';
import { Preview, PreviewButton } from '#app/discussions/notes/views/note-preview.tsx';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';

interface ComposerProps {
  conversationId: number;
  me: number;
  /** the name of the other */
  other: string;
  submissionKey: string;
  /** what the viewer answers to: the note is begun with it */
  quoted: { noteId: number; text: string } | null;
  sent: readonly string[] | null;
}

/** Where the next note to the other is written. */
export function LineComposer(props: ComposerProps) {
  const { conversationId, me, other, submissionKey, quoted, sent } = props;
  return (
    <section className="panel composer" id="write" aria-label={`Write to ${apart(other)}`}>
      <PostForm action={`${addressOfConversation(conversationId)}#write`}>
        <NoteFields
          bookless
          label={`To ${apart(other)}`}
          note={quoted ? { ...blankNote, body: quoted.text } : blankNote}
          draft={{
            personId: me,
            submissionKey,
            place: placeOfConversation(conversationId),
            blank: { body: '' },
            begun: quoted?.text ?? null,
            sent,
          }}
        />
        <Preview />
        <div className="composer-bar">
          <Button variant="primary">Send</Button>
          <PreviewButton />
        </div>
      </PostForm>
    </section>
  );
}
