import type { ForSession } from '#app/recipes/queries/for-session.server.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';

interface WhyProposedProps extends Pick<ForSession, 'place'> {
  zone: string;
  proposal: NonNullable<ForSession['proposal']>;
}

/** Why this recipe and no other for the pages of a session. */
export function WhyProposed({ place, proposal, zone }: WhyProposedProps) {
  const { recipe, card, fit, instead, usedLately } = proposal;
  const own =
    card && [...fit.before, ...fit.behind].find((item) => `${item.deck}/${item.card}` === card);
  return (
    <div className="mb-4">
      <p className="font-serif text-xl">{recipe.title}</p>
      <p className="mt-1 text-ink-2">
        {place && (
          <>
            Part {place.nth} of {place.of} of <cite>{apart(place.bookTitle)}</cite>:{' '}
            {apart(place.words)}.{' '}
          </>
        )}
        {own ? (
          <>
            <em>{own.title}</em> was made for these pages.{' '}
          </>
        ) : (
          'Its discussion works with any pages. '
        )}
        {instead && (
          <>
            <em>{instead.title}</em> was used on{' '}
            <When at={instead.use.at} zone={zone} style="day" />, so this is another.
          </>
        )}
        {usedLately && (
          <>
            Used on <When at={usedLately.at} zone={zone} style="day" />; nothing else fits better.
          </>
        )}
      </p>
    </div>
  );
}
