import { type CardStep, type StepMode, stepModes } from '#app/cards/rules/card.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { StepPartOf } from './step-part.tsx';

/** How many of eight leaves are talking together. */
const together: Record<StepMode, number> = {
  alone: 1,
  pairs: 2,
  trios: 3,
  fours: 4,
  rotating: 2,
  presenter: 8,
  circle: 8,
};

/** Steps that follow one another; `first` is the number of the first of them. */
export function CardSteps({ steps, first }: { steps: CardStep[]; first: number }) {
  return (
    <ol start={first} className="list-none p-0">
      {steps.map((step, at) => (
        <li key={at} className="border-t border-rule py-6 break-inside-avoid print:py-2.5">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <h2 className="relative text-xl print:text-base">
              <span className="text-cloth sm:absolute sm:right-full sm:mr-3 print:static print:mr-0">
                {first + at}
              </span>{' '}
              {step.title}
            </h2>
            <p className="flex basis-full items-center gap-2 text-sm font-semibold text-ink-2 sm:basis-auto">
              <Seats taken={together[step.mode]} of={8} decorative />
              <span>
                {stepModes[step.mode]} · {step.minutes} min
              </span>
            </p>
          </div>
          <div className="mt-2 font-serif text-lg leading-relaxed print:mt-1 print:text-sm print:leading-snug">
            {step.parts.map((part, place) => (
              <StepPartOf key={place} part={part} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
