import type { ReactNode } from 'react';
import { addressOfCard } from '#app/cards/addresses.ts';
import type { AgendaItem } from '#app/sessions/queries/session-view.ts';
import { clockAfter } from '#app/sessions/schedule/rules/session-draft.ts';
import { Link } from '#app/ui/page/link.tsx';
import { plural } from '#app/ui/words.ts';

interface AgendaTotalProps {
  total: number;
  minutes: number;
  /** 'HH:MM'; '' while none is typed */
  starts: string;
}

/**
 * '62 of 75 minutes, ends about 19:32'; what there is no time for is said in the scribe's red.
 */
export function AgendaTotal({ total, minutes, starts }: AgendaTotalProps) {
  const over = total - minutes;
  const ends = total > 0 ? clockAfter(starts, total) : '';
  return (
    <span className={over > 0 ? 'text-rubric' : 'text-ink-2'}>
      {[
        `${total} of ${minutes} minutes`,
        ends && `ends about ${ends}`,
        over > 0 && `${over} ${plural(over, 'minute', 'minutes')} over`,
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}

interface AgendaListProps {
  agenda: readonly AgendaItem[];
  /** how many said that they come: what cards make of them */
  coming: number;
  /** what more is said of an item, by its id */
  about?: ((id: number) => ReactNode) | undefined;
}

/** What happens, in order. Cards lead to their page. */
export function AgendaList({ agenda, coming, about }: AgendaListProps) {
  return (
    <ol className="rounded-md border border-rule bg-leaf">
      {agenda.map(({ id, title, minutes, deck, card }) => (
        <li
          key={id}
          className="flex justify-between gap-4 border-t border-rule px-4 py-3 first:border-0"
        >
          <span className="font-serif font-medium">
            {deck && card ? (
              <Link to={addressOfCard({ deck, slug: card }, coming)}>{title}</Link>
            ) : (
              title
            )}
            {about?.(id)}
          </span>
          <span className="whitespace-nowrap text-ink-2">{minutes} min</span>
        </li>
      ))}
    </ol>
  );
}
