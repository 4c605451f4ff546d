import type { Scale, Showing } from '#app/cards/rules/card.ts';

/** What becomes of the number somebody chose. */
const shown: Record<Showing, string> = {
  private: 'Your number stays yours.',
  fingers: 'Show it on your fingers when asked; a closed fist keeps it.',
  together: 'Everybody’s number is shown at the same moment.',
};

/** A question answered by a number: leaves in a row, with words at both ends. */
export function ScaleRow({ scale: { question, low, high, steps, show } }: { scale: Scale }) {
  return (
    <figure className="my-5 break-inside-avoid first:mt-3 print:my-2">
      <figcaption className="font-serif text-lg font-medium print:text-base">
        {question}
        <span className="sr-only">
          {' '}
          From 1, {low}, to {steps}, {high}.
        </span>
      </figcaption>
      <div aria-hidden className="mt-3 max-w-md font-sans print:mt-1.5">
        <div className="flex justify-between border-b border-rule pb-1">
          {Array.from({ length: steps }, (_, at) => (
            <span key={at} className="flex w-6 flex-col items-center gap-1">
              <svg aria-hidden viewBox="-4 -14 8 11.4" className="h-8 print:h-5">
                <path
                  d="M0-3.2C3.1-5.6 3.1-10.4 0-13.4C-3.1-10.4-3.1-5.6 0-3.2Z"
                  className="fill-cloth-wash stroke-cloth"
                  strokeWidth=".6"
                />
              </svg>
              <span className="text-sm font-semibold tabular-nums text-ink-2">{at + 1}</span>
            </span>
          ))}
        </div>
        <div className="mt-1.5 flex justify-between gap-6 text-sm text-ink-2">
          <span className="max-w-[46%] text-balance">{low}</span>
          <span className="max-w-[46%] text-balance text-right">{high}</span>
        </div>
      </div>
      <p className="card-scale-how">{shown[show]}</p>
    </figure>
  );
}
