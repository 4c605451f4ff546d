import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { shelfWords } from '#app/books/words.ts';
import { SearchForm } from '#app/ui/forms/search-form.tsx';
import { Link } from '#app/ui/page/link.tsx';

interface Props {
  state: ShelfState | null;
  search: string;
}

/** Which books of the shelf to show. Plain links and a plain form: the filters are the address. */
export function ShelfFilters({ state, search }: Props) {
  const states = [null, 'reading', 'want', 'read'] as const;
  return (
    <>
      <nav className="tabs" aria-label="Your shelf">
        <ul>
          {states.map((one) => (
            <li key={one}>
              <Link
                to={shelfPath({ state: one, search })}
                aria-current={one === state ? 'page' : undefined}
              >
                {one ? shelfWords[one] : 'All'}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchForm
        action="/shelf"
        label="Title, author or ISBN"
        search={search}
        keep={{ state }}
        className="mb-4"
      />
    </>
  );
}

/** The address of a part of the shelf. */
export function shelfPath(filter: Partial<Props> & { after?: string | null }): string {
  const query = new URLSearchParams();
  for (const name of ['state', 'search', 'after'] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `/shelf?${query}` : '/shelf';
}
