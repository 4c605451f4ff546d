import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shelfWords } from '#app/books/words.ts';
import { starsWords } from '#app/shelves/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
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
    rating: number | null;
  };
  /** of a book that is added */
  submissionKey?: string;
  /** of one that is changed */
  version?: number;
  save: string;
  /** the way to look the book up, where this installation has one */
  lookUp?: ReactNode;
}

const states = (['want', 'reading', 'read'] as const).map((value) => ({
  value,
  label: shelfWords[value],
}));

/** Whole stars, and the part of one that came from elsewhere. */
const ratings = (given: number | null) => [
  { value: '', label: 'None' },
  ...[...new Set([1, 2, 3, 4, 5, ...(given === null ? [] : [given])])]
    .sort((one, other) => other - one)
    .map((stars) => ({ value: stars, label: starsWords(stars) })),
];

/** A book of one's own shelf, by hand. */
export function OwnBookForm({ defaults, submissionKey, version, save, lookUp }: Props) {
  const { filled, form } = useActionData<{ filled?: Filled; form?: FormReply } | undefined>() ?? {};
  // A field that was typed in keeps what its reader sees: a new key is a new field.
  const keyOf = (name: keyof Filled) => `${name} ${filled?.[name] ?? ''}`;
  return (
    <PostForm>
      <EnterButton />
      {submissionKey && (
        <Hidden name="submissionKey" value={String(form?.values.submissionKey ?? submissionKey)} />
      )}
      {version && <Hidden name="version" value={String(form?.values.version ?? version)} />}
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
      <Select
        name="rating"
        label="Your rating"
        options={ratings(defaults.rating)}
        defaultValue={defaults.rating ?? ''}
        hint="For yourself: nobody else sees it."
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
