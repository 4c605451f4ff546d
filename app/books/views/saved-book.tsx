import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

interface SavedBookProps {
  book: { title: string; author: string; sections: SectionView[] };
}

/** What someone else saved meanwhile, beside the form that still holds what was typed. */
export function SavedBook({ book }: SavedBookProps) {
  return (
    <SavedNow>
      <p className="font-serif">
        {book.title}
        {book.author && `, by ${book.author}`}
      </p>
      <ol className="mt-2 text-sm">
        {book.sections.map((section) => (
          <li key={section.id}>
            {sectionName(section)}
            {section.startPage !== null && `, page ${section.startPage}`}
          </li>
        ))}
      </ol>
    </SavedNow>
  );
}
