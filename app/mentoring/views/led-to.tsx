import type { ReactNode } from 'react';
import type { LedTo } from '#app/mentoring/queries/outcomes-view.ts';
import { Link } from '#app/ui/page/link.tsx';

/** What came of things, in a line each, below what it came from: by the ids of those. */
export const belowEach = (ledTo: Readonly<Record<number, readonly LedTo[]>>) =>
  Object.fromEntries(
    Object.entries(ledTo).map(([id, outcomes]): [string, ReactNode] => [
      id,
      outcomes.map(({ to, words, title, who }) => (
        <p key={to} className="mt-3 text-sm text-ink-2">
          {words} <Link to={to}>{title}</Link> · {who}
        </p>
      )),
    ]),
  );
