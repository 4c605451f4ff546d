import type { StepPart } from '#app/cards/rules/card.ts';
import { revealWords } from '#app/cards/words/card.ts';
import { CardWords } from './card-words.tsx';
import { ScaleRow } from './scale-row.tsx';

/** A part of a step, as participants see it. */
export function StepPartOf({ part }: { part: StepPart }) {
  switch (part.kind) {
    case 'scale':
      return <ScaleRow scale={part} />;
    case 'write':
      return (
        <div className="card-write">
          <p className="eyebrow">{revealWords[part.reveal]}</p>
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
