import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shelfWords } from '#app/books/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';

type Filled = Record<'title' | 'author' | 'isbn' | 'pages', string>;

interface Props {
  defaults: {
    title: string;
    author: string;
    isbn: string | null;
    pages: number | null;
    state: string;
    readOn: string | null;
  };
  submissionKey: string;
  save: string;
  /** the way to look the book up, where this installation has one */
  lookUp?: ReactNode;
}

const states = (['want', 'reading', 'read'] as const).map((value) => ({
  value,
  label: shelfWords[value],
}));

/** A book of one's own shelf, by hand. */
export function OwnBookForm({ defaults, submissionKey, save, lookUp }: Props) {
  const filled = useActionData<{ filled?: Filled } | undefined>()?.filled;
  // A field that was typed in keeps what its reader sees: a new key is a new field.
  const keyOf = (name: keyof Filled) => `${name} ${filled?.[name] ?? ''}`;
  return (
    <PostForm>
      <EnterButton />
      <Hidden name="submissionKey" value={submissionKey} />
      <Field
        key={keyOf('title')}
        name="title"
        label="Title"
        defaultValue={defaults.title}
        maxLength={500}
        required
      />
      <Field
        key={keyOf('author')}
        name="author"
        label="Author"
        defaultValue={defaults.author}
        maxLength={300}
      />
      <div className="grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
        <Field
          key={keyOf('isbn')}
          name="isbn"
          label="ISBN"
          defaultValue={defaults.isbn ?? ''}
          hint="If you have it at hand: 10 or 13 digits."
        />
        <Field
          key={keyOf('pages')}
          name="pages"
          label="Pages"
          defaultValue={defaults.pages ?? ''}
          inputMode="numeric"
        />
      </div>
      {lookUp}
      <Segmented
        legend="Where it stands"
        name="state"
        options={states}
        defaultValue={defaults.state}
        required
      />
      <Field
        name="readOn"
        type="date"
        label="When you read it"
        defaultValue={defaults.readOn ?? ''}
        hint="Kept once it stands under Read. Leave it empty if you don’t know."
        className="max-w-xs"
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{save}</Button>
        <ButtonLink to="/shelf" variant="quiet">
          Not now
        </ButtonLink>
      </div>
    </PostForm>
  );
}
