import { addressOfReadings } from '#app/reading/addresses.ts';
import type { MilestoneView, ReadingView } from '#app/reading/queries/reading-view.ts';
import { dayOf } from '#app/time/words.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';
import { BarLegend, barWords, longestOf, type OwnReading, PlanBar } from './plan-bar.tsx';

interface ReadingPlanProps {
  reading: ReadingView | null;
  own: OwnReading;
  circleSlug: string;
  /** a facilitator or the host: may plan a reading when there is none */
  canPlan: boolean;
}

/** The reading plan beside a circle's page: the book, and what is due when. */
export function ReadingPlan({ reading, own, circleSlug, canPlan }: ReadingPlanProps) {
  const path = addressOfReadings(circleSlug);
  if (!reading) return <NoReading path={path} canPlan={canPlan} />;
  const longest = longestOf(reading.milestones);
  return (
    <section aria-labelledby="reading-plan">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-end gap-4">
        <Cover title={reading.book.title} author={reading.book.author} />
        <div>
          <h2 id="reading-plan">
            <Link to={`${path}/${reading.id}`} className="text-ink no-underline hover:underline">
              Reading plan
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-2">{alongWords(reading)}</p>
        </div>
      </div>
      <ol className="mt-4 text-sm">
        {reading.milestones.map((milestone) => (
          <li
            key={milestone.id}
            className={`grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)_3.5rem] items-center gap-2 py-1.5 ${milestone.state === 'now' ? 'text-ink' : 'text-ink-2'}`}
          >
            <span className="max-w-36 font-semibold">{milestone.short}</span>
            <PlanBar milestone={milestone} longest={longest} own={own} />
            <span className="text-right">
              <span className="sr-only">{barWords(milestone, own)}, due </span>
              {dayOf(milestone.dueOn, 'short')}
            </span>
          </li>
        ))}
      </ol>
      {reading.milestones.length > 0 && <BarLegend own={own} />}
    </section>
  );
}

function NoReading({ path, canPlan }: { path: string; canPlan: boolean }) {
  return (
    <section>
      <h2>Reading plan</h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">
        {canPlan
          ? 'No book yet. Enter one with its chapters and say by when each is read.'
          : 'No book yet. Your facilitator plans what you read together.'}
      </p>
      {canPlan && <ButtonLink to={`${path}/new`}>Plan a reading</ButtonLink>}
    </section>
  );
}

/** 'Two of four milestones are due by now.': how far along the plan is. */
export function alongWords({ state, startsOn, done, milestones }: ReadingView): string {
  if (state === 'coming') return `Starts on ${dayOf(startsOn)}.`;
  const of = milestones.length;
  if (of === 0) return 'No milestones yet.';
  if (done === 0) return 'The first milestone is still to come.';
  const words = `${countWord(done)} of ${countWord(of)} ${plural(of, 'milestone', 'milestones')}`;
  return capital(
    `${words} ${state === 'past' ? 'read together' : plural(done, 'is over', 'are over')}.`,
  );
}

/** What a milestone is called: by its title, else by what is read for it. */
export const milestoneName = ({ title, words }: Pick<MilestoneView, 'title' | 'words'>) =>
  title || words;
