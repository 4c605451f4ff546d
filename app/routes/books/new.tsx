import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfBook } from '#app/books/addresses.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { BookSchema } from '#app/books/forms.ts';
import { canLookUp, lookUp } from '#app/books/look-up/queries/look-up.server.ts';
import { filled, isLookUp, lookUpChoice } from '#app/books/look-up/rules/filled.ts';
import { LookUpPart } from '#app/books/look-up/views/look-up-part.tsx';
import { type BookView, bookOf } from '#app/books/queries/books.server.ts';
import { catalogueBook } from '#app/books/queries/catalogue.server.ts';
import { emptyRow } from '#app/books/rules/book-draft.ts';
import { BookForm } from '#app/books/views/book-form.tsx';
import { bookInWords, savedBefore } from '#app/books/words.ts';
import { refuseAsOld, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfNewReading, addressOfReadings } from '#app/reading/addresses.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Enter a book');

export const loader = facilitatorLoader(async ({ facilitator, viewer, url }) => {
  const from = await catalogueBook(viewer, url.searchParams.get('from') ?? '');
  return {
    submissionKey: randomUUID(),
    slug: facilitator.circle.slug,
    defaults: {
      title: from?.title ?? '',
      subtitle: from?.subtitle ?? '',
      author: from?.author ?? '',
      isbn: from?.isbn ?? '',
      lastPage: from?.pages ? String(from.pages) : '',
      sections: [emptyRow],
    },
    canLookUp: canLookUp(),
  };
});

export const action = facilitatorAction(BookSchema, async ({ facilitator, viewer, form }) => {
  if (!form.book) {
    if (!isLookUp(form.step)) return shownAgain(form.next);
    const choice = lookUpChoice(form.step);
    const lookedUp = await lookUp(viewer, form.next, choice);
    if (!(lookedUp.ok && 'found' in lookedUp)) return { ...shownAgain(form.next), lookedUp };
    const typed = { ...form.next, pages: form.next.lastPage };
    const { pages: lastPage, ...book } = filled(typed, lookedUp.found, choice !== null);
    const next = { ...form.next, ...book, lastPage };
    return { ...shownAgain(next), lookedUp, filled: { ...book, lastPage } };
  }
  if (form.book.submissionKey === '') return refuseAsOld();
  const added = await addBook(facilitator, form.book);
  const { slug } = facilitator.circle;
  if (!added.ok) {
    const typed = { ...form.draft, submissionKey: randomUUID() };
    const saved = { slug, ...found(await bookOf(facilitator, added.bookId)) };
    return refusedWith(typed, { '': savedBefore }, { saved });
  }
  const path = `${addressOfNewReading(slug)}?book=${added.bookId}`;
  return redirectWith(path, 'book-entered');
});

export default function NewBook() {
  const { submissionKey, slug, defaults, canLookUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as
    | { saved?: BookView & { slug: string } }
    | undefined;
  const first = reply?.saved;
  return (
    <Page>
      <PageHead
        title="Enter a book"
        lede="Its title and its chapters. The plan comes after. Title, author, ISBN and length go into this site’s catalogue; your circle and your sections don’t."
        actions={<ButtonLink to={`/books?for=${slug}`}>Start from the catalogue</ButtonLink>}
      />
      {first && (
        <SavedFirst to={addressOfBook(slug, first.id)} title={first.title}>
          {bookInWords(first)}
        </SavedFirst>
      )}
      <BookForm
        // Another book of the catalogue is another form.
        key={defaults.title + defaults.isbn}
        defaults={defaults}
        submissionKey={submissionKey}
        back={addressOfReadings(slug)}
        lookUp={canLookUp && <LookUpPart />}
      />
    </Page>
  );
}
