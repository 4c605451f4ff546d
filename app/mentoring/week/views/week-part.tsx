import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import type { OpenWrap } from '#app/mentoring/giving/queries/open-wraps.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import type { PersonToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import { stateWords } from '#app/mentoring/week/words.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { KeptForm } from './kept-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { Sentence } from './sentence.tsx';
import { WeekActs } from './week-acts.tsx';

interface WeekPartProps {
  week: Week;
  people: readonly PersonToAsk[];
  /** where a takeaway can be written now */
  wraps: readonly OpenWrap[];
  /** the week as it was saved elsewhere meanwhile */
  saved?: Week | null;
  /** the plan came back with something wrong */
  refused: boolean;
  /** whom it is about stands above it already */
  named?: boolean;
}

/** One week: whom, the sentence, what became of it. */
export function WeekPart({ week, people, wraps, saved, refused, named }: WeekPartProps) {
  const { state } = week;
  const plan = <PlanForm week={week} people={people} saved={saved} />;
  if (state === 'open') {
    return (
      <>
        {plan}
        <WeekActs week={week} back="week" />
      </>
    );
  }
  return (
    <>
      {state !== 'planned' && <p className="week-state">{stateWords[state]}</p>}
      {week.will !== '' && <Sentence of={week} named={named} />}
      <WeekActs week={week} back="week" />
      {(state === 'planned' || state === 'let_go' || state === 'skipped' || refused) && (
        <Details summary={state === 'planned' ? 'Change it' : 'Plan it after all'} open={refused}>
          {plan}
        </Details>
      )}
      {state !== 'skipped' && <CameOfIt week={week} wraps={wraps} />}
    </>
  );
}

function CameOfIt({ week, wraps }: Pick<WeekPartProps, 'week' | 'wraps'>) {
  return (
    <section className="week-came">
      <p className="week-state">What it becomes</p>
      <p className="hint">
        An ask, a takeaway, a line for yourself, or nothing. All four are fine.
      </p>
      <ul>
        <li>
          {week.askId === null ? (
            <PostForm action={`${addressOfWeek(week.id)}/ask`}>
              <Button>Make it an ask</Button>
            </PostForm>
          ) : (
            <Link to={addressOfDraft(week.askId)}>The ask it became</Link>
          )}
        </li>
        {wraps.map(({ circle, readingId, book }) => (
          <li key={readingId}>
            <Link to={`${addressOfWrap(circle.slug, readingId)}?write=1`}>
              Write it as what you took from <bdi>{book}</bdi> in <bdi>{circle.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <Details
        summary={week.kept === '' ? 'Keep a line for yourself' : 'Your line'}
        open={week.kept !== ''}
      >
        <KeptForm week={week} />
      </Details>
    </section>
  );
}
