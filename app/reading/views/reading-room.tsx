import type { ReactNode } from 'react';
import { addressOfChoices } from '#app/choosing/addresses.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import type { PlanMore, ReadingView } from '#app/reading/queries/reading-view.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { type PastReadingsProps, ReadingRows } from './past-readings.tsx';
import type { OwnReading } from './plan-bar.tsx';
import { ReadingDetails } from './reading-details.tsx';
import { ReadingTools } from './reading-tools.tsx';

interface ReadingRoomProps extends PastReadingsProps {
  /** what the circle reads now, else next, and what comes after it */
  ahead: ReadingView[];
  books: { id: number; title: string; author: string; sections: number }[];
  /** of the current reading's plan */
  more: PlanMore | null;
  /** how many threads there are about a section, by its id */
  threads: Record<number, number>;
  canPlan: boolean;
  /** how far the viewer is in what is read now */
  own: OwnReading;
  progress?: ReactNode;
  /** the choice of the next book that is open, or what it chose */
  choice?: ReactNode;
}

/** What a circle reads, will read and has read. */
export function ReadingRoom(props: ReadingRoomProps) {
  const { ahead, past, older, books, slug, more, threads, canPlan, own } = props;
  const { progress, choice } = props;
  const path = addressOfReadings(slug);
  const [current, ...later] = ahead;
  const plan = canPlan && <ButtonLink to={`${path}/new`}>Plan a reading</ButtonLink>;
  return (
    <Page>
      {current && more ? (
        <>
          <ReadingDetails
            reading={current}
            more={more}
            circle={slug}
            threads={threads}
            own={own}
            tools={canPlan && <ReadingTools reading={current} path={path} />}
          />
          {progress}
        </>
      ) : (
        <>
          <PageHead title="Reading" />
          {choice || (
            <NothingPlanned
              path={path}
              slug={slug}
              canPlan={canPlan}
              books={books.length}
              title={past.length > 0 ? 'What will you read next?' : 'No book on the table yet.'}
            />
          )}
        </>
      )}
      {later.length > 0 && (
        <Block title="After that">
          <ReadingRows readings={later} path={path} />
        </Block>
      )}
      {past.length > 0 && (
        <Block title="Read before" action={current && plan}>
          <ReadingRows readings={past} path={path} />
          <Pager older={older === null ? null : `${path}?before=${older}`} />
        </Block>
      )}
      {current && choice}
      {(current || canPlan) && !choice && (
        <Block
          title="The next book"
          action={<ButtonLink to={addressOfChoices(slug)}>Choose the next book</ButtonLink>}
        >
          <p className="max-w-measure text-ink-2">
            Everyone proposes, everyone ranks, and the book most of you can agree on is read next.
          </p>
        </Block>
      )}
      {canPlan && books.length > 0 && (
        <Block
          title="Books"
          action={<ButtonLink to={`${path}/books/new`}>Enter a book</ButtonLink>}
        >
          <Rows label="Books">
            {books.map((book) => (
              <Row
                key={book.id}
                title={book.title}
                to={`${path}/books/${book.id}`}
                meta={[apart(book.author), `${book.sections} sections`].filter(Boolean).join(' · ')}
                action={
                  <ButtonLink to={`${path}/new?book=${book.id}`} variant="quiet">
                    Plan a reading<span className="sr-only"> of {book.title}</span>
                  </ButtonLink>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
    </Page>
  );
}

interface NothingPlannedProps {
  path: string;
  slug: string;
  canPlan: boolean;
  books: number;
  title: string;
}

function NothingPlanned({ path, slug, canPlan, books, title }: NothingPlannedProps) {
  if (!canPlan) {
    return (
      <Empty
        title={title}
        action={<ButtonLink to={addressOfChoices(slug)}>Choose the next book</ButtonLink>}
      >
        You choose the next book together: everyone proposes, everyone ranks. Then your facilitator
        plans what is read by when.
      </Empty>
    );
  }
  return (
    <Empty
      title={title}
      action={
        books > 0 ? (
          <ButtonLink variant="primary" to={`${path}/new`}>
            Plan a reading
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" to={`${path}/books/new`}>
            Enter a book
          </ButtonLink>
        )
      }
    >
      Enter a book, by hand or by pasting its table of contents. Then say by when each part is read,
      and everyone sees what is due next. Not sure which one? Choose it together.
    </Empty>
  );
}
