import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfCard } from '#app/cards/addresses.ts';
import styles from '#app/cards/cards.css?url';
import { peopleIn } from '#app/cards/forms.ts';
import { addressOfProjector } from '#app/cards/projector/addresses.ts';
import { spotIn } from '#app/cards/projector/forms.ts';
import wallStyles from '#app/cards/projector/projector.css?url';
import { cardOnWall } from '#app/cards/projector/queries/shows.server.ts';
import { Wall } from '#app/cards/projector/views/wall.tsx';
import { CannotBeShown } from '#app/cards/views/cannot-be-shown.tsx';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'bare' };

export const meta = titled<{ page: { card?: { title: string } } }>(({ page }) =>
  page.card ? `${page.card.title}, on a wall` : 'A card that cannot be shown',
);

export const links: LinksFunction = () =>
  [styles, wallStyles].map((href) => ({ rel: 'stylesheet', href }));

export const loader = viewerLoader(async ({ params, url }) => {
  const page = found(await cardOnWall(params.deck ?? '', params.card ?? ''));
  const at = spotIn(url.searchParams, page.state === 'shown' ? [page.show] : []);
  return { page, at, people: peopleIn(url.searchParams) };
});

export default function Projector() {
  const { page, at, people } = useLoaderData<typeof loader>();
  if (page.state === 'broken') return <CannotBeShown what="card" />;
  const { card, show } = page;
  return (
    <Wall
      shows={[show]}
      at={at}
      people={people}
      names={null}
      draw={0}
      addressOf={({ slide }) => addressOfProjector(card, { people: people ?? 0, step: slide })}
      back={{ to: addressOfCard(card, people ?? 0), words: 'Back to the card' }}
    />
  );
}
