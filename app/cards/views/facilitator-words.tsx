import type { FacilitatorNote } from '#app/cards/rules/card.ts';
import { momentWords } from '#app/cards/words/running.ts';
import { CardWords } from './card-words.tsx';

/** What whoever runs a card is told: its words, then what to do when. */
export function FacilitatorWords({ note: { html, notes } }: { note: FacilitatorNote }) {
  return (
    <>
      {html && <CardWords html={html} className="mt-2 leading-relaxed print:mt-1" />}
      {notes.length > 0 && (
        <dl className="card-notes">
          {notes.map(({ when, html }) => (
            <div key={when} className="mt-2">
              <dt className="font-semibold">{momentWords[when]}</dt>
              <dd>
                <CardWords html={html} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** It, folded up below the card's name on the agenda of whoever runs that. */
export function NoteForRunning({ note }: { note: FacilitatorNote | undefined }) {
  if (!note) return null;
  return (
    <details className="mt-2 font-sans text-sm font-normal print:hidden">
      <summary className="cursor-pointer text-ink-2">For whoever runs it</summary>
      <FacilitatorWords note={note} />
    </details>
  );
}
