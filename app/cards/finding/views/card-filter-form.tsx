import { Form, useNavigate } from '@remix-run/react';
import { type FormEvent, useRef } from 'react';
import { addressOfCards } from '#app/cards/finding/addresses.ts';
import type { CardChoice } from '#app/cards/queries/choose.server.ts';
import { filtersSet } from '#app/cards/words/choosing.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { useTyped } from '#app/ui/forms/use-typed.ts';
import { Link } from '#app/ui/page/link.tsx';
import { CardFilterFields } from './card-filters.tsx';

interface CardFilterFormProps {
  choice: CardChoice;
  circles: readonly { slug: string; name: string }[];
  /** the page that shows what is found */
  page?: string;
}

/**
 * Looking for a card. A plain form, whose filters are the address; with scripts what is found follows
 * what one types, in the same entry of the history.
 */
export function CardFilterForm({ choice, circles, page = '/cards' }: CardFilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const show = () => {
    if (!form.current) return;
    const typed = [...new FormData(form.current)].filter(([, value]) => value !== '');
    const search = new URLSearchParams(typed.map(([name, value]) => [name, String(value)]));
    navigate(search.size > 0 ? `${page}?${search}` : page, {
      replace: true,
      preventScrollReset: true,
    });
  };
  const typed = useTyped(show);
  return (
    <>
      <Form
        ref={form}
        method="get"
        action={page}
        role="search"
        aria-label="Cards"
        className="card-filters"
        onInput={typed.onInput}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          typed.now();
        }}
      >
        <CardFilterFields choice={choice} circles={circles} />
        <Button className="card-filters-show">Show cards</Button>
      </Form>
      <FiltersSet choice={choice} circles={circles} page={page} />
    </>
  );
}

/** What is looked for, each to be taken off by itself. */
function FiltersSet({ choice, circles, page = '/cards' }: CardFilterFormProps) {
  const set = filtersSet(choice.filters, { decks: choice.decks, circles });
  if (set.length === 0) return null;
  return (
    <ul aria-label="Filters" className="card-filters-set">
      {set.map(({ words, without }) => (
        <li key={words}>
          <Link to={addressOfCards(without, { page })} aria-label={`Without the filter: ${words}`}>
            <span>{words}</span> <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={page}>Show all cards</Link>
      </li>
    </ul>
  );
}
