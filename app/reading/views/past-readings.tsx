import { addressOfReadings } from '#app/reading/addresses.ts';
import type { ReadingLine } from '#app/reading/queries/reading-view.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { datesOf } from './reading-details.tsx';

export interface PastReadingsProps {
  /** the circle's slug */
  slug: string;
  /** a page of what the circle has read, the latest first */
  past: ReadingLine[];
  /** where the next page of it begins; null on the last */
  older: number | null;
}

/** A later page of what a circle has read. */
export function PastReadings({ slug, past, older }: PastReadingsProps) {
  const path = addressOfReadings(slug);
  return (
    <Page>
      <PageHead title="Read before" />
      {past.length > 0 ? (
        <ReadingRows readings={past} path={path} />
      ) : (
        <Empty title="Nothing was read before that." />
      )}
      <Pager newer={path} older={older === null ? null : `${path}?before=${older}`} />
    </Page>
  );
}

interface ReadingRowsProps {
  readings: readonly (Omit<ReadingLine, 'told'> & { told?: boolean })[];
  path: string;
}

/** Readings as lines, each leading to its own page. */
export function ReadingRows({ readings, path }: ReadingRowsProps) {
  return (
    <Rows>
      {readings.map((reading) => (
        <Row
          key={reading.id}
          title={reading.book.title}
          to={`${path}/${reading.id}`}
          meta={`${reading.book.author ? `${apart(reading.book.author)} · ` : ''}${datesOf(reading)}`}
          mark={<Cover title={reading.book.title} author={reading.book.author} size="small" />}
          action={
            reading.told && (
              <ButtonLink to={`${path}/${reading.id}/wrap`} variant="quiet">
                What we took from it
              </ButtonLink>
            )
          }
        />
      ))}
    </Rows>
  );
}
