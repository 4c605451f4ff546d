import { addressOfThread } from '#app/discussions/addresses.ts';
import { AboutField } from '#app/discussions/views/about-field.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { placeOfThread } from './draft-store.ts';
import { FirstNote } from './first-note.tsx';
import { blankNote, NoteFields } from './note-fields.tsx';
import { Preview, PreviewButton } from './note-preview.tsx';
import { QuotesField } from './unseen-fields.tsx';

export interface ComposerProps {
  circle: string;
  threadId: number;
  me: number;
  submissionKey: string;
  /** what the viewer answers to: the note is begun with it */
  quoted: { noteId: number; text: string } | null;
  sent: readonly string[] | null;
  /** the section the thread is about */
  about: string | null;
  /** those a note may be about */
  sections: readonly { id: number; name: string }[];
}

/** Where the next note is written. */
export function Composer(props: ComposerProps) {
  const { circle, threadId, me, submissionKey, quoted, sent, about, sections } = props;
  return (
    <section className="panel composer" id="write" aria-label="Add a note">
      <FirstNote />
      <PostForm action={`${addressOfThread(circle, threadId)}#write`}>
        <NoteFields
          label="Add to this"
          note={quoted ? { ...blankNote, body: quoted.text } : blankNote}
          draft={{
            personId: me,
            submissionKey,
            place: placeOfThread(threadId),
            blank: { ...blankNote, quotes: '' },
            begun: quoted?.text ?? null,
            sent,
          }}
        />
        <QuotesField quoted={quoted?.noteId ?? null} />
        <AboutField
          sections={sections}
          unsaid={about ? `${apart(about)}, like the thread` : 'As far as I have read'}
        />
        <Preview />
        <div className="composer-bar">
          <Button variant="primary">Post note</Button>
          <PreviewButton />
        </div>
      </PostForm>
    </section>
  );
}
