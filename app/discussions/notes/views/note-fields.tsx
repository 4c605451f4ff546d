import { type KeyboardEvent, useContext } from 'react';
import { Field, TextArea } from '#app/ui/forms/field.tsx';
import { FormContext } from '#app/ui/forms/form-context.ts';
import { Details } from '#app/ui/page/page.tsx';
import { type DraftPlace, DraftWords } from './draft-words.tsx';

export interface NoteText {
  body: string;
  quote: string;
  quotePage: string;
}

export const blankNote: NoteText = { body: '', quote: '', quotePage: '' };

export interface NoteFieldsProps {
  label: string;
  rows?: number;
  note?: NoteText;
  draft: DraftPlace;
  /** without what quotes the book: there is none it is about */
  bookless?: boolean;
}

/** What a note is made of, wherever it is written: its text, and a passage of the book. */
export function NoteFields(props: NoteFieldsProps) {
  const { label, rows = 4, note = blankNote, draft, bookless } = props;
  const { reply } = useContext(FormContext);
  const quoted = [note.quote, note.quotePage, reply?.values.quote, reply?.values.quotePage];
  return (
    <>
      <TextArea
        name="body"
        label={label}
        rows={rows}
        grow
        required
        className="note-body"
        defaultValue={note.body}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onKeyDown={sendByKeys}
        hint={
          <>
            Markdown works<span className="by-keys">, and Ctrl or ⌘ with Enter sends it</span>.
            <DraftWords {...draft} />
          </>
        }
      />
      {!bookless && (
        <div className="note-quote">
          <Details summary="Quote the book" open={quoted.some(Boolean)}>
            <TextArea name="quote" label="The passage" rows={2} grow defaultValue={note.quote} />
            <Field
              name="quotePage"
              label="Page"
              className="note-page"
              autoComplete="off"
              defaultValue={note.quotePage}
            />
          </Details>
        </div>
      )}
    </>
  );
}

function sendByKeys(event: KeyboardEvent<HTMLTextAreaElement>) {
  const { form } = event.currentTarget;
  const pressed = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!form || !pressed || event.nativeEvent.isComposing) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector<HTMLElement>('button.btn-primary'));
}
