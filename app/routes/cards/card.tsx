import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { inOpenCircles } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import styles from '#app/cards/cards.css?url';
import { peopleIn } from '#app/cards/forms.ts';
import { PaperAndWall } from '#app/cards/prints/views/paper-and-wall.tsx';
import { cardPageFor } from '#app/cards/queries/cards.server.ts';
import { CannotBeShown } from '#app/cards/views/cannot-be-shown.tsx';
import { CardActions } from '#app/cards/views/card-actions.tsx';
import { CardSheet } from '#app/cards/views/card-sheet.tsx';
import { NeighbourLinks } from '#app/cards/views/neighbour-links.tsx';
import { threadsFromCard } from '#app/discussions/queries/threads-about.server.ts';
import { CardThreads } from '#app/discussions/views/card-threads.tsx';
import { ledToByCard } from '#app/mentoring/queries/outcomes.server.ts';
import { CardLedTo } from '#app/mentoring/views/card-led-to.tsx';
import { keepersOf } from '#app/recipes/favourites/queries/favourites.server.ts';
import { FavouriteForms } from '#app/recipes/favourites/views/favourite-form.tsx';
import { agendasFor, runsWithCard } from '#app/sessions/queries/viewer-sessions.server.ts';
import { Page } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ page: { card?: { title: string } } }>(
  ({ page }) => page.card?.title ?? 'A card that cannot be shown',
);

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const loader = viewerLoader(async ({ viewer, params, url }) => {
  const open = inOpenCircles(viewer);
  const [deck, card] = [params.deck ?? '', params.card ?? ''];
  const [page, agendas, threads, ledTo, keepers] = await Promise.all([
    runsWithCard(open, { deck, card })
      .then((runsIt) => cardPageFor(viewer, deck, card, { runsIt }))
      .then(found),
    agendasFor(open),
    threadsFromCard(viewer, deck, card),
    ledToByCard(viewer, deck, card),
    keepersOf(open, { kind: 'card', thing: `${deck}/${card}` }),
  ]);
  const circles = open.memberships.map(({ circle: { slug, name } }) => ({ slug, name }));
  const people = peopleIn(url.searchParams);
  const here = { threads, ledTo, keepers, agendas, circles, timeZone: viewer.timeZone };
  return { page, people, ...here };
});

export default function CardPage() {
  const { page, people, threads, ledTo, keepers, ...choices } = useLoaderData<typeof loader>();
  if (page.state === 'broken') return <CannotBeShown what="card" />;
  const { card, previous, next } = page;
  return (
    <Page width="sheet">
      <CardSheet
        page={page}
        people={people}
        actions={
          <>
            <CardActions card={card} {...choices} />
            <PaperAndWall card={card} people={people} />
            <FavouriteForms kind="card" thing={`${card.deck}/${card.slug}`} keepers={keepers} />
          </>
        }
      />
      <div className="print:hidden">
        <CardThreads threads={threads} zone={choices.timeZone} />
        <CardLedTo outcomes={ledTo} />
      </div>
      <NeighbourLinks
        previous={previous}
        next={next}
        ruled={threads.length > 0 || ledTo.length > 0}
      />
    </Page>
  );
}
