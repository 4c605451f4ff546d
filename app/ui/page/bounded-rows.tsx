import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { Details } from './page.tsx';

const IN_FULL = 5;

interface BoundedRowsProps<T> {
  of: readonly T[];
  row(one: T): ReactNode;
  /** the same in a few words: no two of them lead to one address */
  line(one: T): { to: string; title: ReactNode; meta: ReactNode };
}

/** Rows of a list however long: the first in full, the others folded below as lines. None is left out. */
export function BoundedRows<T>({ of, row, line }: BoundedRowsProps<T>) {
  const more = of.slice(IN_FULL);
  return (
    <>
      {of.slice(0, IN_FULL).map(row)}
      {more.length > 0 && (
        <li className="row">
          <Details summary={`And ${more.length} more`}>
            <ul className="grid gap-2">
              {more.map((one) => {
                const { to, title, meta } = line(one);
                return (
                  <li key={to}>
                    <Link to={to}>{title}</Link> <span className="text-sm text-ink-2">{meta}</span>
                  </li>
                );
              })}
            </ul>
          </Details>
        </li>
      )}
    </>
  );
}
