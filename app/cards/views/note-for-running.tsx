import type { FacilitatorNote } from '#app/cards/rules/card.ts';
import { FacilitatorWords } from './facilitator-words.tsx';

/** What a card says to whoever runs it, folded up below its name on their agenda. */
export function NoteForRunning({ note }: { note: FacilitatorNote | undefined }) {
  if (!note) return null;
  return (
    <details className="mt-2 font-sans text-sm font-normal">
      <summary className="cursor-pointer text-ink-2">For whoever runs it</summary>
      <FacilitatorWords note={note} />
    </details>
  );
}
