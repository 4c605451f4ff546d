import type { Scale } from './card.ts';

/** A question answered by a number: leaves in a row, with words at both ends. */
export function ScaleRow({ scale: { question, low, high, steps } }: { scale: Scale }) {
  return (
    <figure className="my-5 break-inside-avoid first:mt-2 print:my-2">
      <figcaption className="font-serif text-lg font-medium text-ink print:text-base">
        {question}
        <span className="sr-only">
          {' '}
          From 1, {low}, to {steps}, {high}.
        </span>
      </figcaption>
      <div aria-hidden className="mt-4 max-w-md print:mt-2">
        <div className="flex justify-between border-b border-rule pb-1">
          {Array.from({ length: steps }, (_, at) => (
            <span key={at} className="flex w-7 flex-col items-center gap-1">
              <svg aria-hidden viewBox="-7 -14 14 14" className="h-9 w-7 print:h-6">
                <path
                  d="M0-.8C5.4-4 5.4-9.6 0-13.2C-5.4-9.6-5.4-4 0-.8Z"
                  className="fill-cloth-wash stroke-cloth"
                  strokeWidth=".8"
                />
              </svg>
              <span className="text-sm font-semibold tabular-nums text-ink-2">{at + 1}</span>
            </span>
          ))}
        </div>
        <div className="mt-2 flex justify-between gap-6 text-sm text-ink-2">
          <span className="max-w-[45%]">{low}</span>
          <span className="max-w-[45%] text-right">{high}</span>
        </div>
      </div>
    </figure>
  );
}
