import { LONGEST_WHY } from '#app/choosing/rules/choice.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field, Select, TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

interface ProposalFormProps {
  /** the circle's books that it has not read */
  books: readonly { id: number; title: string; author: string }[];
  submissionKey: string;
  back: string;
}

/** A book and why to read it. */
export function ProposalForm({ books, submissionKey, back }: ProposalFormProps) {
  return (
    <PostForm>
      <Hidden name="submissionKey" value={submissionKey} />
      {books.length > 0 && (
        <Select
          name="bookId"
          label="A book of this circle"
          hint="Entered here and not read yet."
          defaultValue=""
          options={[
            { value: '', label: 'Another one, typed below' },
            ...books.map(({ id, title, author }) => ({
              value: id,
              label: author ? `${apart(title)}, ${apart(author)}` : title,
            })),
          ]}
        />
      )}
      <Field name="title" label="Title" maxLength={200} required={books.length === 0} />
      <Field name="author" label="Author" maxLength={200} hint="Leave empty if you are not sure." />
      <div className="grid grid-cols-2 items-start gap-x-4">
        <Field name="pages" label="Pages, about" inputMode="numeric" autoComplete="off" />
        <Field
          name="isbn"
          label="ISBN"
          autoComplete="off"
          hint="So that you all get the same edition."
        />
      </div>
      <TextArea
        name="why"
        label="Why this one"
        rows={4}
        grow
        maxLength={LONGEST_WHY}
        hint="What you hope to talk about. The others read it before they rank."
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">Propose it</Button>
        <ButtonLink to={back} variant="quiet">
          Not now
        </ButtonLink>
      </div>
    </PostForm>
  );
}
