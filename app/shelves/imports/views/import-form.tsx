import { MOST_BYTES, MOST_ROWS } from '#app/shelves/rules.ts';
import { number } from '#app/shelves/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block } from '#app/ui/page/page.tsx';

/** Sends an export. The fields stand before the file: it is read as it comes in. */
export function ImportForm({ submissionKey }: { submissionKey: string }) {
  return (
    <>
      <PostForm encType="multipart/form-data">
        <Hidden name="submissionKey" value={submissionKey} />
        <Field
          name="file"
          type="file"
          label="The CSV file"
          accept=".csv,text/csv"
          hint={`Up to ${number(MOST_ROWS)} books and ${MOST_BYTES / 1024 / 1024} MB. Sending the same file again changes nothing.`}
          required
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">Import</Button>
          <ButtonLink to="/shelf" variant="quiet">
            Not now
          </ButtonLink>
        </div>
      </PostForm>
      <Block title="Where to find the file">
        <ul className="list-disc pl-5">
          <li>
            <b>Goodreads</b>, on a computer: My Books, then Import and export, then Export Library.
          </li>
          <li>
            <b>StoryGraph</b>: Manage Account, then Manage Your Data, then Export StoryGraph
            Library.
          </li>
        </ul>
        <p className="mt-4">
          A book you changed on your shelf here, or took off it, is left as you have it. A shelf of
          your own making there (“did not finish”, say) has no place here: its books are listed for
          you afterwards.
        </p>
      </Block>
    </>
  );
}
