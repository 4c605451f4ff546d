import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfShelfBook } from '#app/shelves/addresses.ts';
import { takeOff } from '#app/shelves/commands/shelf-books.server.ts';
import { shelfBookOf } from '#app/shelves/queries/shelf.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Take this book off your shelf?');

export const loader = viewerLoader(async ({ viewer, id }) => ({
  book: found(await shelfBookOf(viewer, id('entry'))),
}));

export const action = viewerAction(EmptySchema, async ({ viewer, id }) => {
  const taken = await takeOff(viewer, id('entry'));
  if (!taken.ok) gone();
  return redirectWith('/shelf', 'book-taken-off', String(id('entry')));
});

export default function TakeOff() {
  const { book } = useLoaderData<typeof loader>();
  const back = { to: addressOfShelfBook(book.id), label: 'Leave it' };
  return (
    <Asking title="Take it off your shelf?" yes="Take it off" danger back={back}>
      <bdi>{book.title}</bdi> comes back when you undo it, and no import brings it back by itself.
    </Asking>
  );
}
