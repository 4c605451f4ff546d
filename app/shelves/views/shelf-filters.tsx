import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { shelfWords } from '#app/books/words.ts';
import { type ShelfSort, SORTS } from '#app/shelves/rules.ts';
import { number, sortWords } from '#app/shelves/words.ts';
import { SearchForm } from '#app/ui/forms/search-form.tsx';
import { Link } from '#app/ui/page/link.tsx';

interface Props {
  state: ShelfState | null;
  search: string;
  sort: ShelfSort;
}

/** Which books of the shelf to show. Plain links and a plain form: the filters are the address. */
export function ShelfFilters({
  state,
  search,
  sort,
  counts,
}: Props & { counts: Record<ShelfState, number> }) {
  const all = counts.reading + counts.read + counts.want;
  const states = [null, 'reading', 'want', 'read'] as const;
  return (
    <>
      <nav className="tabs" aria-label="Your shelf">
        <ul>
          {states.map((one) => (
            <li key={one}>
              <Link
                to={shelfPath({ state: one, search, sort })}
                aria-current={one === state ? 'page' : undefined}
              >
                {one ? shelfWords[one] : 'All'}{' '}
                <span className="ml-1.5 font-normal text-ink-2">
                  {number(one ? counts[one] : all)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchForm
        action="/shelf"
        label="Title, author or ISBN"
        search={search}
        keep={{ state, sort: sort === 'latest' ? null : sort }}
        className="mb-4"
      />
      <nav aria-label="Order" className="mb-2 flex flex-wrap gap-x-4 text-sm text-ink-2">
        {SORTS.map((one) => (
          <Link
            key={one}
            to={shelfPath({ state, search, sort: one })}
            aria-current={one === sort ? 'true' : undefined}
            className={`inline-flex min-h-6 items-center ${one === sort ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {sortWords[one]}
          </Link>
        ))}
      </nav>
    </>
  );
}

/** The address of a part of the shelf. */
export function shelfPath(filter: Partial<Props> & { after?: string | null }): string {
  const query = new URLSearchParams();
  for (const name of ['state', 'search', 'sort', 'after'] as const) {
    const value = filter[name];
    if (value && value !== 'latest') query.set(name, value);
  }
  return query.size > 0 ? `/shelf?${query}` : '/shelf';
}
