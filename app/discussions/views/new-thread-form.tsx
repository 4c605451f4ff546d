import { placeOfNewThread } from '#app/discussions/notes/views/draft-store.ts';
import { FirstNote } from '#app/discussions/notes/views/first-note.tsx';
import { blankNote, NoteFields } from '#app/discussions/notes/views/note-fields.tsx';
import { Preview, PreviewButton } from '#app/discussions/notes/views/note-preview.tsx';
import type { NewThreadPage } from '#app/discussions/queries/new-thread-page.server.ts';
import { TITLE_MAX } from '#app/discussions/rules/discussions.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { sessionChoice } from './thread-filters.tsx';

/** What a new thread is about, its first note, and what it belongs to. */
export function NewThreadForm({
  circle,
  me,
  zone,
  choices,
  chosen,
  card,
  submissionKey,
  begun,
}: NewThreadPage & {
  /** what the note begins with */
  begun: string | null;
}) {
  const { book, sections, sessions } = choices;
  const none = { value: '', label: 'None in particular' };
  return (
    <>
      <FirstNote />
      <PostForm>
        {card && (
          <>
            <Hidden name="deck" value={card.deck} />
            <Hidden name="card" value={card.slug} />
            <div className="card-origin">
              <NoticeBar tone="cloth">
                From the card <cite>{card.title}</cite>: the thread will link to it.
              </NoticeBar>
            </div>
          </>
        )}
        <Field
          name="title"
          label="What is it about?"
          hint="Everyone sees this title, wherever they are in the book."
          maxLength={TITLE_MAX}
          required
          autoComplete="off"
          defaultValue={card?.title}
        />
        <NoteFields
          label="Your note"
          rows={8}
          note={{ ...blankNote, body: begun ?? '' }}
          draft={{
            personId: me,
            submissionKey,
            place: placeOfNewThread(circle, card),
            blank: { ...blankNote, title: card?.title ?? '' },
            begun,
          }}
        />
        {sections.length > 0 && (
          <Select
            name="sectionId"
            label={book ? `Section of ${book}` : 'Section'}
            defaultValue={chosen.sectionId ?? ''}
            options={[none, ...sections.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        {sessions.length > 0 && (
          <Select
            name="sessionId"
            label="Session"
            defaultValue={chosen.sessionId ?? ''}
            options={[
              none,
              ...sessions.map((session) => ({
                value: session.id,
                label: sessionChoice(session, zone),
              })),
            ]}
          />
        )}
        <Preview />
        <div className="actions">
          <Button variant="primary">Start the thread</Button>
          <PreviewButton />
        </div>
      </PostForm>
    </>
  );
}
