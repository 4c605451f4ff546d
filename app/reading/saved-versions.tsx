import { dayOf } from '#app/ui/format.ts';
import { Panel } from '#app/ui/page.tsx';
import { milestoneName } from './reading-plan.tsx';
import type { ReadingView, SectionView } from './reading-view.ts';
import { sectionName } from './rules/section-name.ts';

interface SavedBookProps {
  book: { title: string; author: string; sections: SectionView[] };
}

/** What someone else saved meanwhile, beside the form that still holds what was typed. */
export function SavedBook({ book }: SavedBookProps) {
  return (
    <Saved>
      <p className="font-serif">
        {book.title}
        {book.author && `, by ${book.author}`}
      </p>
      <ol className="mt-2 text-sm">
        {book.sections.map((section) => (
          <li key={section.id}>
            {sectionName(section)}
            {section.startPage !== null && `, page ${section.startPage}`}
          </li>
        ))}
      </ol>
    </Saved>
  );
}

export function SavedReading({ reading }: { reading: ReadingView }) {
  return (
    <Saved>
      <p>
        {dayOf(reading.startsOn, 'full')} to {dayOf(reading.endsOn, 'full')}
      </p>
      <ol className="mt-2 text-sm">
        {reading.milestones.map((milestone) => (
          <li key={milestone.id}>
            {dayOf(milestone.dueOn)}: {milestoneName(milestone)}
          </li>
        ))}
      </ol>
    </Saved>
  );
}

function Saved({ children }: { children: React.ReactNode }) {
  return (
    <div className="mb-8">
      <Panel title="What is saved now">
        {children}
        <p className="hint">
          Below is what you typed. Saving it now replaces what is saved; leave the page to keep
          that.
        </p>
      </Panel>
    </div>
  );
}
