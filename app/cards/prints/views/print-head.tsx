import type { ReactNode } from 'react';
import { HowMany } from '#app/cards/views/head-count.tsx';

interface PrintHeadProps {
  title: string;
  /** the way back */
  back: ReactNode;
  /** what is printed, in words */
  children: ReactNode;
  /** ways to print it otherwise */
  ways: readonly { to: string; words: string; isThis: boolean }[];
  count: ReactNode;
}

/** What stands above the paper on a screen, and on no paper. */
export function PrintHead({ title, back, children, ways, count }: PrintHeadProps) {
  return (
    <header className="print-head">
      <p className="eyebrow">{back}</p>
      <h1 dir="auto">{title}</h1>
      {ways.length > 1 && (
        <nav aria-label="What to print">
          <ul>
            {ways.map(({ to, words, isThis }) => (
              <li key={to}>
                <a href={to} data-discover="true" aria-current={isThis ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {count}
      <p className="print-words">{children}</p>
      <p>
        <button type="button" className="btn btn-primary" onClick={() => window.print()}>
          Print
        </button>
        <span className="print-by-menu">Print this page from your browser’s menu.</span>
      </p>
    </header>
  );
}

interface ForHowManyProps {
  action: string;
  /** fewest and most to choose from */
  range: readonly [number, number];
  people: number | null;
  /** what else its address says */
  more: Record<string, string>;
}

/** How many are there: a plain form whose buttons are the numbers. */
export function ForHowMany({ action, range: [fewest, most], people, more }: ForHowManyProps) {
  if (fewest === most) return null;
  const numbers = Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at);
  return (
    <form method="get" action={action} className="card-count">
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <HowMany numbers={numbers} people={people} />
    </form>
  );
}
