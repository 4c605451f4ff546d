import { pageInWords } from '#app/discussions/rules/quoting.ts';

/** A passage of the book that a note speaks of. */
export function QuotedPassage({ text, page }: { text?: string; page?: string }) {
  if (!text && !page) return null;
  return (
    <blockquote className="passage" dir="auto">
      {text && <p>{text}</p>}
      {page && <cite>{pageInWords(page)}</cite>}
    </blockquote>
  );
}
