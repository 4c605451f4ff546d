import type { WeekShown } from '#app/mentoring/week/queries/week-on-home.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { Sentence } from './sentence.tsx';
import { WeekActs } from './week-acts.tsx';

/** This week's one person: one quiet line, and what can be said of it. */
export function WeekOnHome({ week }: { week: WeekShown }) {
  return (
    <Block title="This week, one person">
      {week.state === 'open' ? (
        <p>
          <Link to={week.to}>Whom will you ask?</Link>
        </p>
      ) : (
        <Sentence of={week} to={week.to} />
      )}
      <WeekActs week={week} back="home" />
    </Block>
  );
}
