import type { ReactNode } from 'react';
import { sectionName } from '#app/books/rules/section-name.ts';
import { addressOfThreadsAbout } from '#app/discussions/addresses.ts';
import type { MilestoneView, PlanMore, ReadingView } from '#app/reading/queries/reading-view.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Cover } from '#app/ui/drawings/cover.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Facts } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';
import { BarLegend, barWords, longestOf, type OwnReading, PlanBar } from './plan-bar.tsx';
import { alongWords, milestoneName } from './reading-plan.tsx';

interface ReadingDetailsProps {
  reading: ReadingView;
  more: PlanMore;
  /** the circle's slug */
  circle: string;
  /** how many threads there are about a section, by its id */
  threads: Record<number, number>;
  own: OwnReading;
  /** what a facilitator can do with it */
  tools?: ReactNode;
}

/** A whole reading: what is due next in the largest type, the book, and the plan. */
export function ReadingDetails(props: ReadingDetailsProps) {
  const { reading, more, circle, threads, own, tools } = props;
  const { book, milestones, state } = reading;
  const now = milestones.find((milestone) => milestone.state === 'now');
  return (
    <>
      <header className="page-head flex flex-wrap items-end gap-x-8 gap-y-5">
        <Cover title={book.title} author={book.author} size="large" />
        <div className="min-w-60 flex-1">
          <p className="eyebrow">{eyebrow(reading)}</p>
          <h1>
            {now && state === 'current' ? `${apart(now.words)} by ${dayOf(now.dueOn)}` : book.title}
          </h1>
          <p className="mt-3 text-ink-2">
            <cite>{book.title}</cite>
            {book.subtitle && (
              <>
                : <bdi>{book.subtitle}</bdi>
              </>
            )}
            {book.author && (
              <>
                , by <bdi>{book.author}</bdi>
              </>
            )}
          </p>
          <p className="mt-1 text-ink-2">{datesOf(reading)}</p>
          {tools && <div className="actions">{tools}</div>}
        </div>
      </header>
      <Block title="The plan" action={<p className="text-ink-2">{alongWords(reading)}</p>}>
        <ol>
          {milestones.map((milestone) => (
            <Milestone
              key={milestone.id}
              {...{ milestone, circle, threads, own }}
              longest={longestOf(milestones)}
            />
          ))}
        </ol>
        {milestones.length > 0 && <BarLegend own={own} />}
        {milestones.length === 0 && (
          <p className="text-ink-2">
            By when each part is read is planned once the book’s chapters are entered.
          </p>
        )}
        <BesideMilestones {...more} />
      </Block>
    </>
  );
}

/** What a plan says beside its milestones: meetings nothing is read for, days off, what is optional. */
function BesideMilestones({ recapOn, wrapOn, pauses, optional }: PlanMore) {
  const items = [
    ...(recapOn ? [{ term: 'Recap', value: dayOf(recapOn) }] : []),
    ...(wrapOn ? [{ term: 'Wrap', value: dayOf(wrapOn) }] : []),
    ...pauses.map(({ label, from, to }) => ({
      term: label || 'Off',
      value: from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`,
    })),
    ...(optional.length > 0
      ? [{ term: 'If you like', value: optional.map(sectionName).map(apart).join(', ') }]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <div className="border-t border-rule pt-4">
      <Facts items={items} />
    </div>
  );
}

interface MilestoneProps extends Pick<ReadingDetailsProps, 'circle' | 'threads' | 'own'> {
  milestone: MilestoneView;
  longest: number;
}

function Milestone({ milestone, longest, circle, threads, own }: MilestoneProps) {
  const { state, sections, pages, dueOn } = milestone;
  return (
    <li
      className={`grid gap-x-6 gap-y-1 border-t border-rule py-4 first:border-0 sm:grid-cols-[minmax(0,1fr)_8rem_11rem] ${state === 'done' ? 'text-ink-2' : ''}`}
    >
      <div>
        <h3>
          {milestoneName(milestone)}
          <span className="sr-only">, {barWords(milestone, own)}</span>
        </h3>
        <ul className="mt-1 text-sm text-ink-2">
          {sections.map((section) => (
            <li key={section.id}>
              <bdi>{sectionName(section)}</bdi>
              <ThreadsAbout
                to={addressOfThreadsAbout(circle, section.id)}
                n={threads[section.id]}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="flex items-center gap-3 sm:block sm:pt-2">
        <PlanBar milestone={milestone} longest={longest} own={own} />
        {pages > 0 && <p className="shrink-0 text-sm text-ink-2 sm:mt-1">{pages} pages</p>}
      </div>
      <p className={`sm:text-right ${state === 'now' ? 'font-semibold' : ''}`}>
        <span className="sr-only">Due </span>
        {dayOf(dueOn)}
      </p>
    </li>
  );
}

function ThreadsAbout({ to, n = 0 }: { to: string; n?: number }) {
  if (n === 0) return null;
  return (
    <>
      {' · '}
      <Link to={to}>{`${n} ${plural(n, 'thread', 'threads')}`}</Link>
    </>
  );
}

function eyebrow({ state }: ReadingView): string {
  if (state === 'coming') return 'Reading next';
  return state === 'past' ? 'Read together' : 'Reading now';
}

export function datesOf({
  startsOn,
  endsOn,
  endedOn,
}: Pick<ReadingView, 'startsOn' | 'endsOn' | 'endedOn'>): string {
  const until = endedOn ? `ended on ${dayOf(endedOn, 'full')}` : `to ${dayOf(endsOn, 'full')}`;
  return `${dayOf(startsOn, 'full')}${endedOn ? ', ' : ' '}${until}`;
}
