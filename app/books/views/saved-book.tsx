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
        <bdi>{book.title}</bdi>
        {book.author && (
          <>
            , by <bdi>{book.author}</bdi>
          </>
        )}
      </p>
      <ol className="mt-2 text-sm">
        {book.sections.map((section) => (
          <li key={section.id}>
            <bdi>{sectionName(section)}</bdi>
            {section.startPage !== null && `, page ${section.startPage}`}
          </li>
        ))}
      </ol>
    </SavedNow>
  );
}
