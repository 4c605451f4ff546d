import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { dayOf } from '#app/time/words.ts';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { milestoneName } from './reading-plan.tsx';

export function SavedReading({ reading }: { reading: ReadingView }) {
  return (
    <SavedNow>
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
    </SavedNow>
  );
}
