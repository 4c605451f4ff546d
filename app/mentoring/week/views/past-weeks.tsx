import { WEEK } from '#app/mentoring/addresses.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { stateWords } from '#app/mentoring/week/words.ts';
import { dayOf } from '#app/time/words.ts';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';

interface PastWeeksProps {
  weeks: readonly Week[];
  /** the last day of this page, where another follows */
  next: string | null;
}

/** The weeks before this one. Draws nothing where there are none. */
export function PastWeeks({ weeks, next }: PastWeeksProps) {
  if (weeks.length === 0) return null;
  return (
    <Block title="Weeks before">
      <Rows>
        {weeks.map(({ id, day, whom, will, state, kept }) => (
          <Row
            key={id}
            to={addressOfWeek(id)}
            title={whom || dayOf(day)}
            meta={
              <>
                {whom && `${dayOf(day)}. `}
                {stateWords[state]}
              </>
            }
          >
            {will && <p dir="auto">{will}</p>}
            {kept && <p dir="auto">{kept}</p>}
          </Row>
        ))}
      </Rows>
      <Pager older={next && `${WEEK}?before=${next}`} />
    </Block>
  );
}
