import { type CardStep, type StepMode, stepModes } from '#app/cards/rules/card.ts';
import { groupsOf } from '#app/cards/rules/groups.ts';
import { groupWords, turnWords } from '#app/cards/words/groups.ts';
import { Seats } from '#app/ui/drawings/seats.tsx';
import { capital } from '#app/ui/words.ts';
import { StepPartOf } from './step-part.tsx';

interface CardStepsProps {
  steps: CardStep[];
  /** the number of the first of them */
  first: number;
  /** how many are there; null while nobody has said */
  people: number | null;
}

/** Steps that follow one another. */
export function CardSteps({ steps, first, people }: CardStepsProps) {
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
              <Seats {...seatsOf(step.mode, people)} decorative />
              <span>
                {stepModes[step.mode]} · {step.minutes} min
              </span>
            </p>
          </div>
          <Groups step={step} people={people} />
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

/** Who sits with whom, and how long each has. */
function Groups({ step, people }: { step: CardStep; people: number | null }) {
  const words = people === null ? turnWords(step) : groupWords(step, people);
  return words && <p className="card-groups">{capital(words)}</p>;
}

/** How many of eight leaves are talking together. */
const ofEight: Record<StepMode, number> = {
  alone: 1,
  pairs: 2,
  trios: 3,
  fours: 4,
  rotating: 2,
  presenter: 8,
  circle: 8,
};

const seatsOf = (mode: StepMode, people: number | null) =>
  people === null
    ? { taken: ofEight[mode], of: 8 }
    : { taken: groupsOf(mode, people)[0] ?? people, of: people };
