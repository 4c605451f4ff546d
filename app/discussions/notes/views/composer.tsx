import { addressOfThread } from '#app/discussions/addresses.ts';
import type { NamedCard } from '#app/discussions/queries/thread-context.server.ts';
import { AboutField } from '#app/discussions/views/about-field.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { placeOfNewThread, placeOfNote, placeOfThread } from './draft-store.ts';
import { blankNote, NoteFields } from './note-fields.tsx';

export interface ComposerProps {
  circle: string;
  threadId: number;
  /** the card the thread was started from */
  card: NamedCard | null;
  me: number;
  submissionKey: string;
  /** the note the page was asked for */
  at: number | null;
  sent: readonly string[] | null;
  /** the section the thread is about */
  about: string | null;
  /** those a note may be about */
  sections: readonly { id: number; name: string }[];
}

/** Where the next note is written. */
export function Composer(props: ComposerProps) {
  const { circle, threadId, card, me, submissionKey, at, sent, about, sections } = props;
  return (
    <section className="panel composer" id="write" aria-label="Add a note">
      <PostForm action={`${addressOfThread(circle, threadId)}#write`}>
        <Hidden name="submissionKey" value={submissionKey} />
        <NoteFields
          label="Add to this"
          draft={{
            personId: me,
            place: placeOfThread(threadId),
            blank: { ...blankNote },
            sentAs: (value) => value('submissionKey'),
            sent,
            others: [placeOfNewThread(circle, card), ...(at === null ? [] : [placeOfNote(at)])],
          }}
        />
        <AboutField
          sections={sections}
          unsaid={about ? `${about}, like the thread` : 'As far as I have read'}
        />
        <div className="composer-bar">
          <Button variant="primary">Post note</Button>
        </div>
      </PostForm>
    </section>
  );
}
