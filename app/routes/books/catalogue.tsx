import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';
import { addressOfNewBook } from '#app/books/addresses.ts';
import { catalogueFor } from '#app/books/queries/catalogue.server.ts';
import { CatalogueRows, cataloguePath } from '#app/books/views/catalogue-rows.tsx';
import { redirectWith } from '#app/platform/notice.server.ts';
import { shelveFromCatalogue } from '#app/shelves/commands/shelf-books.server.ts';
import { FromCatalogueSchema, searchOf } from '#app/shelves/forms.ts';
import { todayIn } from '#app/time/days.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { SearchForm } from '#app/ui/forms/search-form.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What circles here read');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const search = searchOf(url.searchParams);
  const after = url.searchParams.get('after');
  // The circle a book is being looked for, by somebody who may enter books there.
  const circle = viewer.memberships.find(
    ({ circle, role }) => role !== 'member' && circle.slug === url.searchParams.get('for'),
  )?.circle;
  return {
    page: await catalogueFor(viewer, search, after),
    search,
    isFirst: !after,
    circle: circle ? { slug: circle.slug, name: circle.name } : null,
  };
});

export const action = viewerAction(FromCatalogueSchema, async ({ viewer, form, url }) => {
  const today = todayIn(viewer.timeZone, new Date());
  const done = await shelveFromCatalogue(viewer, form.book, form.state, today);
  if (!done.ok) gone();
  return redirectWith(`/books${url.search}`, `book-${form.state}`);
});

export default function Catalogue() {
  const { page, search, isFirst, circle } = useLoaderData<typeof loader>();
  const { next, books } = page.open ? page : { next: null, books: [] };
  return (
    <Page width="narrow">
      <PageHead
        title="What circles here read"
        lede={
          circle
            ? `Choose a book for ${apart(circle.name)}, and its title, author and ISBN are typed for you.`
            : 'The books of every circle on this site, without saying whose. Put one on your own shelf.'
        }
        actions={
          circle ? (
            <ButtonLink to={addressOfNewBook(circle.slug)}>Type it in instead</ButtonLink>
          ) : (
            <ButtonLink to="/shelf">Your shelf</ButtonLink>
          )
        }
      />
      {page.open && (
        <SearchForm
          action="/books"
          label="Title, author or ISBN"
          search={search}
          keep={{ for: circle?.slug }}
        />
      )}
      {books.length > 0 && <CatalogueRows books={books} circle={circle?.slug} />}
      {books.length === 0 && <Nothing open={page.open} search={search} />}
      <div className="actions mt-6">
        {!isFirst && (
          <ButtonLink to={cataloguePath({ search, circle: circle?.slug })}>
            From the beginning
          </ButtonLink>
        )}
        {next && (
          <ButtonLink to={cataloguePath({ search, circle: circle?.slug, after: next })}>
            More
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}

function Nothing({ open, search }: { open: boolean; search: string }) {
  if (!open) {
    return (
      <Empty title="Not open yet.">
        There is one circle on this site, so its books would be listed here by name. The catalogue
        opens with a second circle.
      </Empty>
    );
  }
  return search ? (
    <Empty title={`Nothing here is like “${search}”.`}>
      Try the beginning of a word of the title, the author, or the ISBN.
    </Empty>
  ) : (
    <Empty title="No circle has entered a book yet.">
      The books that circles read are listed here once they plan to.
    </Empty>
  );
}
