import { Cover } from '#app/ui/drawings/cover.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';

interface ChooseBookProps {
  books: { id: number; title: string; author: string }[];
  path: string;
}

/** The first step of planning a reading: which book. */
export function ChooseBook({ books, path }: ChooseBookProps) {
  const enter = (variant: 'plain' | 'primary') => (
    <ButtonLink to={`${path}/books/new`} variant={variant}>
      Enter a book
    </ButtonLink>
  );
  if (books.length === 0) {
    return (
      <Page width="narrow">
        <PageHead title="Plan a reading" />
        <Empty title="First, the book." action={enter('primary')}>
          Type its chapters in, or paste its table of contents.
        </Empty>
      </Page>
    );
  }
  return (
    <Page width="narrow">
      <PageHead title="Which book?" actions={enter('plain')} />
      <Rows label="Books of this circle">
        {books.map(({ id, title, author }) => (
          <Row
            key={id}
            title={title}
            to={`${path}/new?book=${id}`}
            meta={author}
            mark={<Cover title={title} author={author} size="small" />}
          />
        ))}
      </Rows>
    </Page>
  );
}
