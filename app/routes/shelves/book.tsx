import { randomUUID } from 'node:crypto';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfShelfRemoval } from '#app/shelves/addresses.ts';
import { changeOwnBook } from '#app/shelves/commands/shelf-books.server.ts';
import { OwnBookSchema } from '#app/shelves/forms.ts';
import { shelfBookOf } from '#app/shelves/queries/shelf.server.ts';
import { OwnBookForm } from '#app/shelves/views/own-book-form.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ book: { title: string } }>(({ book }) => book.title);

export const loader = viewerLoader(async ({ viewer, id }) => ({
  book: found(await shelfBookOf(viewer, id('entry'))),
  submissionKey: randomUUID(),
}));

export const action = viewerAction(OwnBookSchema, async ({ viewer, form, id }) => {
  const changed = await changeOwnBook(viewer, id('entry'), form);
  if (!changed.ok) gone();
  return redirectWith('/shelf', 'saved');
});

export default function ShelfBookPage() {
  const { book, submissionKey } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead eyebrow="On your shelf" title={book.title} />
      <OwnBookForm defaults={book} submissionKey={submissionKey} save="Save" />
      <Block>
        <PostForm action={addressOfShelfRemoval(book.id)}>
          <Button variant="danger">Take it off my shelf</Button>
        </PostForm>
      </Block>
    </Page>
  );
}
