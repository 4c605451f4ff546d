import type { ReadBefore as Read } from '#app/sessions/queries/session-view.ts';

/** What is read before a session: which part, of which book, how long it is. */
export function ReadBefore({ read: { words, bookTitle, pages } }: { read: Read }) {
  return (
    <>
      {words}, <cite>{bookTitle}</cite>
      {pages > 0 && ` · ${pages} pages`}
    </>
  );
}
