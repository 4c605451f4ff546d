import type { CardPreview } from '#app/cards/queries/cards.server.ts';
import { stepModes } from '#app/cards/rules/card.ts';
import { Details } from '#app/ui/page/page.tsx';
import { CardWords } from './card-words.tsx';

/** What a card asks and how it goes, without leaving the page. */
export function CardInShort({ card: { title, prompt, steps } }: { card: CardPreview }) {
  return (
    <Details
      summary={
        <>
          What it asks<span className="sr-only">: {title}</span>
        </>
      }
    >
      <div className="font-serif">
        <CardWords html={prompt} />
      </div>
      <ol className="mt-2 text-sm text-ink-2">
        {steps.map((step, at) => (
          <li key={at}>{`${step.title}: ${stepModes[step.mode]}, ${step.minutes} min`}</li>
        ))}
      </ol>
    </Details>
  );
}
