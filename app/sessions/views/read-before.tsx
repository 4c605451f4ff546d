import type { ReadBefore } from '#app/reading/queries/read-before.server.ts';

/** What is read before a session: which part, of which book, how long it is. */
export function ReadBeforeWords({ read: { words, bookTitle, pages } }: { read: ReadBefore }) {
  return (
    <>
      <bdi>{words}</bdi>, <cite>{bookTitle}</cite>
      {pages > 0 && ` · ${pages} pages`}
    </>
  );
}
