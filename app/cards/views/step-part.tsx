import type { Reveal, StepPart } from '#app/cards/rules/card.ts';
import { CardWords } from './card-words.tsx';
import { ScaleRow } from './scale-row.tsx';

/** Who sees what is written, as the heading above it. */
const whoSees: Record<Reveal, string> = {
  me: 'Write, for you alone',
  group: 'Write, for your group',
  all: 'Write, for everybody',
  together: 'Write; everybody’s is shown at once',
};

/** A part of a step, as participants see it. */
export function StepPartOf({ part }: { part: StepPart }) {
  switch (part.kind) {
    case 'scale':
      return <ScaleRow scale={part} />;
    case 'write':
      return (
        <div className="card-write">
          <p className="eyebrow">{whoSees[part.reveal]}</p>
          <CardWords html={part.html} />
        </div>
      );
    case 'example':
      return (
        <dl className="card-example">
          <dt>Too thin</dt>
          <dd>{part.thin}</dd>
          <dt>Better</dt>
          <dd>{part.good}</dd>
        </dl>
      );
    case 'listen':
      return (
        <div className="card-listen">
          <p className="eyebrow">Listeners ask only</p>
          <CardWords html={part.questions.map((question) => `<p>${question}</p>`).join('')} />
        </div>
      );
    default:
      return <CardWords html={part.html} />;
  }
}
