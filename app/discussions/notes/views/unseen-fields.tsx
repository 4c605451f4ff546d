import { useContext } from 'react';
import { Hidden } from '#app/ui/forms/form.tsx';
import { FormContext } from '#app/ui/forms/form-context.ts';

const KEY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The key of a form's submission. A form that came back keeps the one it was sent with, so that it
 * is the same when it is sent again, unless the answer gives it another.
 * @param of that of a draft which is in the form
 */
export function KeyField({ value, of }: { value: string; of: string | null }) {
  const typed = useContext(FormContext).reply?.values.submissionKey;
  const keys = [typed, of, value].filter((key) => typeof key === 'string' && KEY.test(key));
  return <Hidden name="submissionKey" value={String(keys[0])} />;
}

/**
 * The notes that the note in the form quotes. A field of text that is not shown: React leaves what a
 * draft or a script put in alone, which it does not with a hidden one.
 */
export function QuotesField({ quoted }: { quoted: number | null }) {
  const typed = useContext(FormContext).reply?.values.quotes;
  return (
    <input
      name="quotes"
      hidden
      defaultValue={typed === undefined ? (quoted ?? '') : String(typed)}
    />
  );
}
