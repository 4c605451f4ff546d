import type { ReactNode } from 'react';
import { pageInWords } from '#app/discussions/rules/quoting.ts';

interface QuotedPassageProps {
  text?: string;
  page?: string;
  /** what can be done with it */
  children?: ReactNode;
}

/** A passage of the book that a note speaks of. */
export function QuotedPassage({ text, page, children }: QuotedPassageProps) {
  if (!text && !page) return null;
  return (
    <blockquote className="passage" dir="auto">
      {text && <p>{text}</p>}
      {(page || children) && (
        <cite>
          {page && pageInWords(page)}
          {page && children && ' · '}
          {children}
        </cite>
      )}
    </blockquote>
  );
}
