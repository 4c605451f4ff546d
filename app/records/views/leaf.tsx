import type { Became } from '#app/records/commitments/rules.ts';

const LEAF = 'M0-3.2C3.1-5.6 3.1-10.4 0-13.4C-3.1-10.4-3.1-5.6 0-3.2Z';
const LOWER_HALF = 'M-2.2-8.3C-2.1-6.6-1.3-4.6 0-3.2C1.3-4.6 2.1-6.6 2.2-8.3Z';
const STEM = 'M0-4.4V-11.6';

/** Filled: done; half: tried; a bare stem: passed; dotted: not said. The word stands beside it. */
export function BecameLeaf({ became }: { became: Became | null }) {
  return (
    <svg className="leaf-of" viewBox="-4.5 -14 9 11.5" aria-hidden="true">
      {became === 'passed' ? (
        <path d={STEM} className="stem" />
      ) : (
        <path d={LEAF} className={became ?? 'unsaid'} />
      )}
      {became === 'tried' && <path d={LOWER_HALF} className="done" />}
    </svg>
  );
}

/** A leaf for each who was asked, filled where they came, a bare stem where they did not. */
export function CameFlower({ came }: { came: readonly boolean[] }) {
  return (
    <svg className="came-flower" viewBox="-15 -15 30 30" aria-hidden="true">
      {came.map((there, at) => (
        <path
          key={at}
          d={there ? LEAF : STEM}
          className={there ? 'done' : 'stem'}
          transform={`rotate(${((at * 360) / came.length).toFixed(1)})`}
        />
      ))}
    </svg>
  );
}
