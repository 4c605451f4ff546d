import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { BookSchema } from '#app/books/forms.ts';
import { type BookView, bookOf } from '#app/books/queries/books.server.ts';
import { draftOfBook } from '#app/books/rules/book-draft.ts';
import { BookForm } from '#app/books/views/book-form.tsx';
import { SavedBook } from '#app/books/views/saved-book.tsx';
import { bookChangedMeanwhile, sectionsNeeded, whySectionsStay } from '#app/books/words.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { changeReadBook } from '#app/reading/commands/change-read-book.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ book: { title: string } }>(({ book }) => book.title);

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const book = found(await bookOf(facilitator, id('book')));
  return { book, path: addressOfReadings(facilitator.circle.slug) };
});

export const action = facilitatorAction(BookSchema, async ({ facilitator, form, id }) => {
  if (!form.book) return shownAgain(form.next);
  const bookId = id('book');
  const changed = await changeReadBook(facilitator, bookId, form.book);
  if (changed.ok) return redirectWith(addressOfReadings(facilitator.circle.slug), 'saved');
  if (changed.reason === 'sections-in-plan' || changed.reason === 'sections-spoken-of') {
    return refuse({ sections: whySectionsStay(changed) });
  }
  if (changed.reason === 'no-sections') return refuse({ sections: sectionsNeeded });
  const saved = found(changed.reason === 'gone' ? null : await bookOf(facilitator, bookId));
  return refusedWith(
    { ...form.draft, version: String(saved.version) },
    { '': bookChangedMeanwhile },
    { saved },
  );
});

export default function EditBook() {
  const { book, path } = useLoaderData<typeof loader>();
  const saved = (useActionData<typeof action>() as { saved?: BookView } | undefined)?.saved;
  return (
    <Page>
      <PageHead eyebrow="Book" title={book.title} />
      {saved && <SavedBook book={saved} />}
      <BookForm defaults={draftOfBook(book)} version={book.version} back={path} />
    </Page>
  );
}
