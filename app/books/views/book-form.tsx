import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { DraftSection } from '#app/books/rules/book-draft.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Fieldset, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton, useRowDrafts } from '#app/ui/forms/row-drafts.tsx';
import { Details, NoticeBar } from '#app/ui/page/page.tsx';
import { SectionRows } from './section-rows.tsx';

export interface BookDefaults {
  title: string;
  subtitle: string;
  author: string;
  isbn: string;
  lastPage: string;
  sections: DraftSection[];
}

interface BookFormProps {
  defaults: BookDefaults;
  submissionKey?: string;
  version?: number;
  back: string;
  /** the way to look the book up, where this installation has one */
  lookUp?: ReactNode;
}

/** What a look-up put into the form. */
type Filled = Record<'title' | 'subtitle' | 'author' | 'isbn' | 'lastPage', string>;

/** A book and its sections: typed in, or read from a pasted table of contents and looked over. */
export function BookForm({ defaults, submissionKey, version, back, lookUp }: BookFormProps) {
  const action = useActionData<{ form?: FormReply; filled?: Filled } | undefined>();
  const reply = action?.form;
  // A field that was typed in keeps what its reader sees: a new key is a new field.
  const keyOf = (name: keyof Filled) => `${name} ${action?.filled?.[name] ?? ''}`;
  const drafts = useRowDrafts(
    'sections',
    defaults.sections as (DraftSection & Record<string, string>)[],
    reply,
  );
  const kept = (name: string, value: string | number | undefined) => {
    const typed = reply?.values[name] ?? value;
    return typed === undefined ? null : <Hidden name={name} value={String(typed)} />;
  };
  const pasted = drafts.rows.filter(({ values }) => values.line);
  const unread = pasted.filter(({ values }) => values.reason).length;
  const isNew = version === undefined;
  return (
    <PostForm className="max-w-4xl">
      <EnterButton />
      {kept('submissionKey', submissionKey)}
      {kept('version', version)}
      <Field
        key={keyOf('title')}
        name="title"
        label="Title"
        defaultValue={defaults.title}
        maxLength={200}
        required
      />
      <Field
        key={keyOf('subtitle')}
        name="subtitle"
        label="Subtitle"
        defaultValue={defaults.subtitle}
        hint="If it has one."
        maxLength={200}
      />
      <div className="grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <Field
          key={keyOf('author')}
          name="author"
          label="Author"
          defaultValue={defaults.author}
          maxLength={200}
        />
        <Field
          key={keyOf('isbn')}
          name="isbn"
          label="ISBN"
          defaultValue={defaults.isbn}
          hint="If you have it at hand."
        />
      </div>
      {lookUp}

      <Fieldset
        legend={<span className="font-serif text-2xl">Sections</span>}
        hint={`Chapters and parts, in order, with the page each begins on. The reading plan is made of them.${isNew ? '' : ' Notes about a section you take out stay, with the one after it.'}`}
        name="sections"
      >
        <PasteContents open={isNew && pasted.length === 0} again={pasted.length > 0} />
        {pasted.length > 0 && (
          <div className="mb-3">
            <NoticeBar tone={unread ? 'rubric' : 'cloth'}>
              {readWords(pasted.length, unread)}
            </NoticeBar>
          </div>
        )}
        <SectionRows drafts={drafts} />
      </Fieldset>
      <Field
        key={keyOf('lastPage')}
        name="lastPage"
        label="Last page"
        defaultValue={defaults.lastPage}
        hint="Where the last section ends. Leave it empty if you do not know."
        inputMode="numeric"
        className="max-w-xs"
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{isNew ? 'Save the book' : 'Save'}</Button>
        <ButtonLink to={back} variant="quiet">
          {isNew ? 'Not now' : 'Leave it as it is'}
        </ButtonLink>
      </div>
    </PostForm>
  );
}

function PasteContents({ open, again }: { open: boolean; again: boolean }) {
  const summary = again ? 'What you pasted' : 'Paste a table of contents';
  return (
    <div className="mb-4">
      <Details summary={summary} open={open}>
        <TextArea
          name="contents"
          label="Table of contents"
          rows={8}
          hint="One line for each section, as in “3. Tech Lead … 41”. You see what was understood before anything is saved."
        />
        <Button name="step" value="read" formNoValidate>
          {again ? 'Read it again' : 'Read the table of contents'}
        </Button>
        {again && (
          <p className="hint">This replaces the rows that came from it; rows you added stay.</p>
        )}
      </Details>
    </div>
  );
}

function readWords(lines: number, unread: number): string {
  const read = `${lines} ${lines === 1 ? 'line' : 'lines'} read.`;
  if (unread === 0) return `${read} Look them over, then save the book.`;
  const some = unread === 1 ? 'One needs a look' : `${unread} need a look`;
  return `${read} ${some}: correct each in place, keep it as a section, or remove it.`;
}
