import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { addressOfShelfBook } from '#app/shelves/addresses.ts';
import type { ShelfBook } from '#app/shelves/queries/shelf.server.ts';
import { shelfBookWords } from '#app/shelves/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Row, Rows } from '#app/ui/page/page.tsx';

/** The books of one's own shelf, each with the step it most likely takes next. */
export function ShelfRows({ books, mixed }: { books: ShelfBook[]; mixed: boolean }) {
  return (
    <Rows label="Books">
      {books.map((book) => (
        <Row
          key={book.id}
          title={book.title}
          to={addressOfShelfBook(book.id)}
          meta={shelfBookWords(book, mixed)}
          mark={<Cover title={book.title} author={book.author} size="small" />}
          action={<Next book={book} />}
        />
      ))}
    </Rows>
  );
}

const NEXT: Partial<Record<ShelfState, { state: ShelfState; words: string; name: string }>> = {
  want: { state: 'reading', words: 'Start', name: 'Start' },
  reading: { state: 'read', words: 'Finish', name: 'Finish' },
};

function Next({ book }: { book: ShelfBook }) {
  const next = NEXT[book.state];
  if (!next) return null;
  return (
    <PostForm name={`move-${book.id}`}>
      <Hidden name="entry" value={book.id} />
      <Button name="state" value={next.state} aria-label={`${next.name} ${apart(book.title)}`}>
        {next.words}
      </Button>
    </PostForm>
  );
}
