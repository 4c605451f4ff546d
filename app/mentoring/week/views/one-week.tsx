import { WEEK } from '#app/mentoring/addresses.ts';
import type { OpenWrap } from '#app/mentoring/giving/queries/open-wraps.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { PersonToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { dayOf } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { WeekPart } from './week-part.tsx';

interface OneWeekProps {
  week: Week;
  people: readonly PersonToAsk[];
  wraps: readonly OpenWrap[];
  refused: boolean;
  saved: Week | null;
}

/** One week by itself, with everything that can be said of it. */
export function OneWeek({ week, ...rest }: OneWeekProps) {
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={WEEK}>This week, ask one person</Link>}
        title={week.whom || 'Whom will you ask?'}
        lede={dayOf(week.day)}
      />
      <WeekPart week={week} {...rest} named />
      <p className="mt-8">
        <Link to={`${addressOfWeek(week.id)}/forgetting`}>Forget this week</Link>
      </p>
    </Page>
  );
}
