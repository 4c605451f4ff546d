import { randomUUID } from 'node:crypto';
import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { shownAgain } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { BookForm } from '#app/reading/book-form.tsx';
import { addBook } from '#app/reading/commands/add-book.server.ts';
import { BookForm as BookSchema } from '#app/reading/forms/book.ts';
import { emptyRow } from '#app/reading/rules/book-draft.ts';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Enter a book');

export const loader = facilitatorLoader(({ facilitator }) => ({
  submissionKey: randomUUID(),
  path: `/circles/${facilitator.circle.slug}/reading`,
  sections: [emptyRow],
}));

export const action = facilitatorAction(BookSchema, async ({ facilitator, form }) => {
  if (!form.book) return shownAgain(form.next);
  const { bookId } = await addBook(facilitator, form.book);
  const path = `/circles/${facilitator.circle.slug}/reading/new?book=${bookId}`;
  return redirectWith(path, 'book-entered');
});

export default function NewBook() {
  const { submissionKey, path, sections } = useLoaderData<typeof loader>();
  const empty = { title: '', subtitle: '', author: '', isbn: '', lastPage: '', sections };
  return (
    <Page>
      <PageHead title="Enter a book" lede="Its title and its chapters. The plan comes after." />
      <BookForm defaults={empty} submissionKey={submissionKey} back={path} />
    </Page>
  );
}
