import { addressOfCard } from '#app/cards/addresses.ts';
import type { AgendaItem } from '#app/sessions/queries/session-view.ts';
import { Link } from '#app/ui/page/link.tsx';

/** '62 of 75 minutes'; more than there is time for is said in the scribe's red. */
export function AgendaTotal({ total, minutes }: { total: number; minutes: number }) {
  const over = total - minutes;
  return (
    <span className={over > 0 ? 'text-rubric' : 'text-ink-2'}>
      {total} of {minutes} minutes{over > 0 && `, ${over} too many`}
    </span>
  );
}

/** What happens, in order. Cards lead to their page. */
export function AgendaList({ agenda }: { agenda: readonly AgendaItem[] }) {
  return (
    <ol className="rounded-md border border-rule bg-leaf">
      {agenda.map(({ id, title, minutes, deck, card }) => (
        <li
          key={id}
          className="flex justify-between gap-4 border-t border-rule px-4 py-3 first:border-0"
        >
          <span className="font-serif font-medium">
            {deck && card ? (
              <Link to={addressOfCard({ deck: deck, slug: card })}>{title}</Link>
            ) : (
              title
            )}
          </span>
          <span className="whitespace-nowrap text-ink-2">{minutes} min</span>
        </li>
      ))}
    </ol>
  );
}
