import type { Found } from './book-lookup.ts';

interface Fields {
  title: string;
  subtitle: string;
  author: string;
  isbn: string;
  pages: string;
}

/**
 * What a found book puts into a form: into empty fields only, but the title of a book that the
 * person chose from several takes the place of the words they looked for.
 */
export function filled(typed: Fields, found: Found, chosen: boolean): Fields {
  const or = (field: string, value: string) => (field.trim() === '' ? value : field);
  return {
    title: chosen ? found.title : or(typed.title, found.title),
    subtitle: or(typed.subtitle, found.subtitle),
    author: or(typed.author, found.author),
    isbn: or(typed.isbn, found.isbn ?? ''),
    pages: or(typed.pages, found.pages === null ? '' : String(found.pages)),
  };
}

/** Which of the found books a button `choose:2` means; null for the button that looks. */
export function lookUpChoice(step: string): number | null {
  const [, at] = /^choose:(\d)$/.exec(step) ?? [];
  return at === undefined ? null : Number(at);
}

export const isLookUp = (step: string) => step === 'look-up' || lookUpChoice(step) !== null;
