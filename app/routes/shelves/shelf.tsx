import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { moveOwnBook } from '#app/shelves/commands/shelf-books.server.ts';
import { ShelfMoveSchema, shelfFilter } from '#app/shelves/forms.ts';
import { importsOf } from '#app/shelves/imports/queries/imports.server.ts';
import { ImportRows } from '#app/shelves/imports/views/import-rows.tsx';
import { shelfOf } from '#app/shelves/queries/shelf.server.ts';
import { ShelfFilters, shelfPath } from '#app/shelves/views/shelf-filters.tsx';
import { ShelfRows } from '#app/shelves/views/shelf-rows.tsx';
import { todayIn } from '#app/time/days.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your shelf');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const filter = shelfFilter(url.searchParams);
  const [{ books, next, counts }, imports] = await Promise.all([
    shelfOf(viewer, filter),
    importsOf(viewer),
  ]);
  return { books, next, counts, filter, imports, zone: viewer.timeZone, now: Date.now() };
});

export const action = viewerAction(ShelfMoveSchema, async ({ viewer, form, url }) => {
  const today = todayIn(viewer.timeZone, new Date());
  const moved = await moveOwnBook(viewer, form.entry, form.state, today);
  if (!moved.ok) gone();
  return redirectWith(shelfPath(shelfFilter(url.searchParams)), `book-${form.state}`);
});

export default function Shelf() {
  const { books, next, counts, filter, imports, zone, now } = useLoaderData<typeof loader>();
  const { state, search, sort, after } = filter;
  const untouched = books.length === 0 && !state && !search && !after;
  return (
    <Page width="narrow">
      <PageHead
        title="Your shelf"
        lede="What you read, have read and want to read. Only you see it: not your circles, not the site’s administrators."
        actions={
          !untouched && (
            <>
              <ButtonLink to="/shelf/books/new" variant="primary">
                Add a book
              </ButtonLink>
              <ButtonLink to="/shelf/imports/new">Import an export</ButtonLink>
              <ButtonLink to="/books" variant="quiet">
                What circles here read
              </ButtonLink>
            </>
          )
        }
      />
      {untouched ? (
        <Empty
          title="Your shelf is empty."
          action={
            <>
              <ButtonLink to="/shelf/imports/new" variant="primary">
                Import from Goodreads or StoryGraph
              </ButtonLink>
              <ButtonLink to="/shelf/books/new">Add a book by hand</ButtonLink>
              <ButtonLink to="/books" variant="quiet">
                Look at what circles here read
              </ButtonLink>
            </>
          }
        >
          Bring the books you have kept elsewhere, or begin with the one on your table.
        </Empty>
      ) : (
        <ShelfFilters state={state} search={search} sort={sort} counts={counts} />
      )}
      {books.length > 0 && <ShelfRows books={books} mixed={state === null} />}
      {books.length === 0 && !untouched && (
        <Empty title={search ? `Nothing here is like “${search}”.` : 'Nothing here just now.'}>
          {search ? 'Try a part of the title or of the author’s name.' : 'Look at the whole shelf.'}
        </Empty>
      )}
      <Pager
        newer={after ? shelfPath({ state, search, sort }) : null}
        older={next ? shelfPath({ state, search, sort, after: next }) : null}
      />
      <ImportRows imports={imports} zone={zone} now={now} />
    </Page>
  );
}
