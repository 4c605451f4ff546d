import { Button } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import { addressOfThread } from './addresses.ts';
import { placeOfNewThread, placeOfNote, placeOfThread } from './draft-store.ts';
import { blankNote, NoteFields } from './note-fields.tsx';
import type { NamedCard } from './queries/thread-context.server.ts';

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
}

/** Where the next note is written. */
export function Composer({ circle, threadId, card, me, submissionKey, at, sent }: ComposerProps) {
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
        <div className="composer-bar">
          <Button variant="primary">Post note</Button>
        </div>
      </PostForm>
    </section>
  );
}
