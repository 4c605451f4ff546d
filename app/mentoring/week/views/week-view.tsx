import { ASKS, GIVING, WEEK } from '#app/mentoring/addresses.ts';
import type { OpenWrap } from '#app/mentoring/giving/queries/open-wraps.server.ts';
import type { PersonToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import type { AskingNow, Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { dayOf } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { PastWeeks } from './past-weeks.tsx';
import { RhythmPart } from './rhythm-form.tsx';
import { WeekPart } from './week-part.tsx';

interface WeekViewProps {
  asking: AskingNow | null;
  week: Week | null;
  past: readonly Week[];
  next: string | null;
  people: readonly PersonToAsk[];
  wraps: readonly OpenWrap[];
  /** a page after the first */
  later: boolean;
  /** what was saved elsewhere meanwhile */
  saved: AskingNow | null;
  zone: string;
}

/** Once a week, one person to ask: this week's, when it comes, and the weeks before. */
export function WeekView(props: WeekViewProps) {
  const { asking, week, past, next, people, wraps, later, saved, zone } = props;
  return (
    <Page width="narrow">
      <PageHead
        title="This week, ask one person"
        lede="Once a week you think of one person, and of one thing to ask them. Only you see any of it."
      />
      {!later && week && (
        <Block title={dayOf(week.day)}>
          <WeekPart week={week} people={people} wraps={wraps} refused={false} />
        </Block>
      )}
      {!later && (
        <Block title={asking ? 'When you are asked' : 'On a day you choose'}>
          <RhythmPart asking={asking} saved={saved} zone={zone} />
          {!week && asking?.nextOn && (
            <PostForm action={`${WEEK}/beginning`} className="week-slowed">
              <Button>Think of one person now</Button>
            </PostForm>
          )}
        </Block>
      )}
      <PastWeeks weeks={past} next={next} />
      <p className="mt-8">
        <Link to={ASKS}>Your asks</Link> · <Link to={GIVING}>Giving and receiving</Link>
      </p>
    </Page>
  );
}
