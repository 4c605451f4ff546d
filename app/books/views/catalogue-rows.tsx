import { addressOfNewBook } from '#app/books/addresses.ts';
import type { ListedBook } from '#app/books/queries/catalogue.server.ts';
import { shelfWords } from '#app/books/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Row, Rows } from '#app/ui/page/page.tsx';

interface Props {
  books: ListedBook[];
  /** the circle that a book is being looked for */
  circle: string | undefined;
}

/** Books of the catalogue: where each stands on one's own shelf, or for taking one to a circle. */
export function CatalogueRows({ books, circle }: Props) {
  return (
    <Rows label="Books">
      {books.map((book) => (
        <Row
          key={book.id}
          title={book.title}
          meta={[book.subtitle, book.author].filter(Boolean).map(apart).join(' · ')}
          mark={<Cover title={book.title} author={book.author} size="small" />}
          action={
            circle && (
              <ButtonLink
                to={`${addressOfNewBook(circle)}?from=${book.id}`}
                aria-label={`Take ${apart(book.title)}`}
              >
                Take this one
              </ButtonLink>
            )
          }
        >
          {!circle && <OnMyShelf book={book} />}
        </Row>
      ))}
    </Rows>
  );
}

function OnMyShelf({ book }: { book: ListedBook }) {
  return (
    <PostForm
      name={`shelve-${book.id}`}
      className="choices"
      aria-label={`${apart(book.title)} on your shelf`}
    >
      <Hidden name="book" value={book.id} />
      {(['want', 'reading', 'read'] as const).map((state) => (
        <Button
          key={state}
          variant="quiet"
          name="state"
          value={state}
          aria-pressed={book.mine === state}
        >
          {shelfWords[state]}
        </Button>
      ))}
      {book.mine && (
        <Button variant="quiet" name="state" value="off">
          Take off my shelf
        </Button>
      )}
    </PostForm>
  );
}

/** The address of a part of the catalogue. */
export function cataloguePath(part: {
  search: string;
  circle?: string | undefined;
  after?: string;
}): string {
  const query = new URLSearchParams();
  if (part.circle) query.set('for', part.circle);
  if (part.search) query.set('search', part.search);
  if (part.after) query.set('after', part.after);
  return query.size > 0 ? `/books?${query}` : '/books';
}
