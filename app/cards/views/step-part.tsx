import type { Reveal, StepPart } from '#app/cards/rules/card.ts';
import { CardWords } from './card-words.tsx';
import { ScaleRow } from './scale-row.tsx';

/** Who sees what is written, in the words that stand above it. */
const whoSees: Record<Reveal, string> = {
  me: 'Write, for yourself alone',
  group: 'Write, for your group',
  all: 'Write, for everybody',
  together: 'Write; all are shown at once',
};

/** A part of a step, as participants see it. */
export function StepPartOf({ part }: { part: StepPart }) {
  switch (part.kind) {
    case 'scale':
      return <ScaleRow scale={part} />;
    case 'write':
      return (
        <div className="my-4 border-l-2 border-cloth pl-4">
          <p className="eyebrow">{whoSees[part.reveal]}</p>
          <CardWords html={part.html} />
        </div>
      );
    case 'example':
      return (
        <dl className="my-3 font-sans text-sm">
          <dt className="font-semibold">Says little</dt>
          <dd className="text-ink-2">{part.thin}</dd>
          <dt className="font-semibold">Says it</dt>
          <dd>{part.good}</dd>
        </dl>
      );
    case 'listen':
      return (
        <div className="my-4">
          <p className="eyebrow">Listeners may ask</p>
          <CardWords html={part.questions.map((question) => `<p>${question}</p>`).join('')} />
        </div>
      );
    default:
      return <CardWords html={part.html} />;
  }
}
