import { addressOfSearch } from '#app/cards/addresses.ts';
import type { CardFilters } from '#app/cards/rules/filters.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Empty } from '#app/ui/page/page.tsx';

interface NoCardsProps {
  filters: CardFilters;
  /** there are some of another kind, length or group */
  anyKind: boolean;
  topics: readonly string[];
}

/** No card was found: what else there is. */
export function NoCards({ filters: { text }, anyKind, topics }: NoCardsProps) {
  const more = anyKind && text;
  return (
    <Empty
      title="No card fits all of that."
      action={
        more ? (
          <ButtonLink to={addressOfSearch(text)}>Show all about “{text}”</ButtonLink>
        ) : (
          <ButtonLink to="/cards">Show all cards</ButtonLink>
        )
      }
    >
      <p>
        {more
          ? 'There are some of another kind, length or group.'
          : 'Try a little more time, another kind, or fewer words.'}
      </p>
      <p className="mt-2">
        There are cards on{' '}
        {topics.map((topic, index) => (
          <span key={topic}>
            {index > 0 && (index === topics.length - 1 ? ' and ' : ', ')}
            <Link to={addressOfSearch(topic)}>{topic}</Link>
          </span>
        ))}
        .
      </p>
    </Empty>
  );
}
