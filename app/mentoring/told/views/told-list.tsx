import { addressOfBoard, addressOfTold } from '#app/mentoring/addresses.ts';
import { addressOfNewTold } from '#app/mentoring/told/addresses.ts';
import type { ToldRow } from '#app/mentoring/told/rows/told-statement.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { Told } from './told-view.tsx';

interface Props {
  /** the circle's slug */
  circle: string;
  told: readonly ToldRow[];
  next: number | null;
  further: boolean;
  clocks: { now: string; zone: string };
}

export function ToldList({ circle, told, next, further, clocks }: Props) {
  const all = addressOfTold(circle);
  const share = (
    <ButtonLink to={addressOfNewTold(circle)} variant="primary">
      Share something you were told
    </ButtonLink>
  );
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={addressOfBoard(circle)}>Asks</Link>}
        title="What we were told, what we’ll do"
        actions={told.length > 0 && share}
      />
      {told.length > 0 ? (
        told.map((one) => <Told key={one.id} circle={circle} told={one} clocks={clocks} />)
      ) : (
        <Empty title="Nobody has shared anything yet." action={share}>
          A piece of advice or an honest word you were given, and what you’ll do with it. Where one
          says that first, others find it easier to ask.
        </Empty>
      )}
      <Pager newer={further ? all : null} older={next === null ? null : `${all}?before=${next}`} />
    </Page>
  );
}
