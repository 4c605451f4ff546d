import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfShelfRemoval } from '#app/shelves/addresses.ts';
import { changeOwnBook } from '#app/shelves/commands/shelf-books.server.ts';
import { ChangedOwnBookSchema } from '#app/shelves/forms.ts';
import { type ShelfBook, shelfBookOf } from '#app/shelves/queries/shelf.server.ts';
import { OwnBookForm } from '#app/shelves/views/own-book-form.tsx';
import { ownBookChangedMeanwhile, shelfBookWords } from '#app/shelves/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ book: { title: string } }>(({ book }) => book.title);

export const loader = viewerLoader(async ({ viewer, id }) => ({
  book: found(await shelfBookOf(viewer, id('entry'))),
}));

export const action = viewerAction(ChangedOwnBookSchema, async ({ viewer, form, id }) => {
  const changed = await changeOwnBook(viewer, id('entry'), form);
  if (!changed.ok && changed.reason === 'gone') gone();
  if (!changed.ok) {
    const saved = found(await shelfBookOf(viewer, id('entry')));
    const typed = Object.entries(form).map(([name, value]) => [name, String(value ?? '')]);
    return refusedWith(
      { ...Object.fromEntries(typed), version: String(saved.version) },
      { '': ownBookChangedMeanwhile },
      { saved },
    );
  }
  return redirectWith('/shelf', 'saved');
});

export default function ShelfBookPage() {
  const { book } = useLoaderData<typeof loader>();
  const saved = useActionData<{ saved?: ShelfBook }>()?.saved;
  return (
    <Page width="narrow">
      <PageHead eyebrow="On your shelf" title={book.title} />
      {saved && (
        <SavedNow>
          <p className="font-serif">{saved.title}</p>
          <p className="text-sm text-ink-2">{shelfBookWords(saved)}</p>
        </SavedNow>
      )}
      <OwnBookForm defaults={book} version={book.version} save="Save" />
      <Block>
        <PostForm action={addressOfShelfRemoval(book.id)}>
          <Button variant="danger">Take it off my shelf</Button>
        </PostForm>
      </Block>
    </Page>
  );
}
