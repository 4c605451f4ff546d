import { useContext } from 'react';
import { FormContext } from '#app/ui/forms/form-context.ts';

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
