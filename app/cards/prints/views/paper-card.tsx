import type { ReactNode } from 'react';
import { stepsOf } from '#app/cards/prints/rules/parts.ts';
import { type Timed, timetable } from '#app/cards/prints/rules/timetable.ts';
import { type Card, type CardBlock, type CardStep, stepModes } from '#app/cards/rules/card.ts';
import { CardWords } from '#app/cards/views/card-words.tsx';
import { ScaleRow } from '#app/cards/views/scale-row.tsx';
import { StepPartOf } from '#app/cards/views/step-part.tsx';
import { groupWords, turnWords } from '#app/cards/words/groups.ts';
import { capital } from '#app/ui/words.ts';

interface PaperCardProps {
  card: Card;
  /** how many are there; null while nobody has said */
  people: number | null;
  /** whether it says from which minute to which each step goes: for whoever keeps the time */
  isTimed?: boolean;
  /** what stands below its title */
  children?: ReactNode;
}

/** A card as it lies in somebody’s hand: what participants read, and room to write. */
export function PaperCard({ card, people, isTimed = false, children }: PaperCardProps) {
  const steps = stepsOf(card);
  const times = isTimed ? timetable(steps, people ?? Math.min(8, card.people[1])) : null;
  return (
    <article className="paper-card">
      <header>
        <h2 dir="auto">{card.title}</h2>
        {card.blocks.map((block, at) =>
          block.kind === 'prompt' ? (
            <CardWords key={at} html={block.html} className="paper-prompt" />
          ) : null,
        )}
        {children}
      </header>
      <div className="paper-body">
        {card.blocks.map((block, at) =>
          block.kind === 'prompt' || block.kind === 'facilitator' ? null : block.kind === 'step' ? (
            <PaperStep
              key={at}
              step={block}
              number={steps.indexOf(block) + 1}
              people={people}
              time={times?.[steps.indexOf(block)] ?? null}
            />
          ) : (
            <div key={at} className="paper-part">
              {partOf(block)}
            </div>
          ),
        )}
      </div>
    </article>
  );
}

interface PaperStepProps {
  step: CardStep;
  number: number;
  people: number | null;
  time: Timed | null;
}

function PaperStep({ step, number, people, time }: PaperStepProps) {
  const groups = people === null ? turnWords(step) : groupWords(step, people);
  return (
    <section className="paper-step">
      <h3>
        <span>{number}</span> {step.title}
      </h3>
      <p className="paper-how">
        {capital(stepModes[step.mode])}, {step.minutes} min{groups && ` · ${groups}`}
        {time && (
          <b>
            {time.moving > 0 && ` · ${time.moving} min to move`}
            {` · minute ${time.from} to ${time.to}`}
          </b>
        )}
      </p>
      {step.parts.map((part, at) => (
        <StepPartOf key={at} part={part} />
      ))}
    </section>
  );
}

function partOf(block: CardBlock): ReactNode {
  switch (block.kind) {
    case 'quote':
      return (
        <figure>
          <blockquote>
            <CardWords html={block.html} />
          </blockquote>
          <figcaption>{block.source}</figcaption>
        </figure>
      );
    case 'scale':
      return <ScaleRow scale={block} />;
    case 'commit':
      return (
        <>
          <h3>What I will do</h3>
          <CardWords html={block.html} />
          <dl aria-hidden className="card-lines">
            {['Act', 'For whom', 'Day'].map((line) => (
              <div key={line}>
                <dt>{line}</dt>
              </div>
            ))}
          </dl>
        </>
      );
    case 'reflect':
      return (
        <>
          <h3>To take home</h3>
          <CardWords html={block.html} className="paper-reflect" />
        </>
      );
    default:
      return null;
  }
}
