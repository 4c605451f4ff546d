import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { canLookUp, lookUp } from '#app/books/look-up/queries/look-up.server.ts';
import { filled, lookUpChoice } from '#app/books/look-up/rules/filled.ts';
import { LookUpPart } from '#app/books/look-up/views/look-up-part.tsx';
import { savedBefore } from '#app/books/words.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfShelfBook } from '#app/shelves/addresses.ts';
import { addOwnBook } from '#app/shelves/commands/shelf-books.server.ts';
import { TypedOwnBookSchema } from '#app/shelves/forms.ts';
import { type ShelfBook, shelfBookOf } from '#app/shelves/queries/shelf.server.ts';
import { OwnBookForm } from '#app/shelves/views/own-book-form.tsx';
import { onShelfAlready } from '#app/shelves/words.ts';
import { todayIn } from '#app/time/days.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Add a book to your shelf');

export const loader = viewerLoader(() => ({
  submissionKey: randomUUID(),
  canLookUp: canLookUp(),
}));

export const action = viewerAction(TypedOwnBookSchema, async ({ viewer, form }) => {
  if (!form.book) {
    const { subtitle, ...typed } = { ...form.typed, subtitle: '' };
    const choice = lookUpChoice(form.step);
    const lookedUp = await lookUp(viewer, typed, choice);
    if (!(lookedUp.ok && 'found' in lookedUp)) return { ...shownAgain(typed), lookedUp };
    const { subtitle: _, ...book } = filled(
      { ...typed, subtitle },
      lookedUp.found,
      choice !== null,
    );
    return { ...shownAgain({ ...typed, ...book }), lookedUp, filled: book };
  }
  const added = await addOwnBook(viewer, form.book, todayIn(viewer.timeZone, new Date()));
  if (!added.ok && added.reason === 'there') return refuse({ title: onShelfAlready });
  if (!added.ok) {
    const typed = { ...form.typed, submissionKey: randomUUID() };
    const saved = { ...(await shelfBookOf(viewer, added.entryId)), id: added.entryId };
    return refusedWith(typed, { '': savedBefore }, { saved });
  }
  return redirectWith('/shelf', 'book-shelved');
});

export default function AddBook() {
  const { submissionKey, canLookUp } = useLoaderData<typeof loader>();
  const saved = useActionData<{ saved?: Partial<ShelfBook> & { id: number } }>()?.saved;
  const empty = {
    title: '',
    author: '',
    isbn: null,
    pages: null,
    state: 'want',
    readOn: null,
    rating: null,
  };
  return (
    <Page width="narrow">
      <PageHead title="Add a book" lede="To your own shelf, which nobody else sees." />
      {saved && (
        <SavedFirst to={addressOfShelfBook(saved.id)} title={saved.title ?? 'A book you took off'}>
          {saved.author}
        </SavedFirst>
      )}
      <OwnBookForm
        defaults={empty}
        submissionKey={submissionKey}
        save="Put it on your shelf"
        lookUp={canLookUp && <LookUpPart />}
      />
    </Page>
  );
}
