import { plainSlide, type Show, slidesOf } from '#app/cards/projector/rules/slides.ts';
import type { CardPage } from '#app/cards/queries/cards.server.ts';
import { cardPageFor } from '#app/cards/queries/cards.server.ts';
import type { Card } from '#app/cards/rules/card.ts';

/** What hangs on a wall is read by everybody there: nobody's notes are in it. */
const EVERYBODY = { memberships: [] };

type OnWall =
  | { state: 'broken' }
  | { state: 'shown'; card: Pick<Card, 'deck' | 'slug' | 'title'>; show: Show };

/** A card by itself; null where there is none. */
export async function cardOnWall(deck: string, slug: string): Promise<OnWall | null> {
  const page = await cardPageFor(EVERYBODY, deck, slug);
  if (page?.state !== 'shown') return page;
  const { title } = page.card;
  return {
    state: 'shown',
    card: { deck, slug, title },
    show: { id: 0, title, slides: slidesOf(page.card) },
  };
}

interface OnAgenda {
  id: number;
  title: string;
  minutes: number;
  deck: string | null;
  card: string | null;
}

/** An agenda, item by item. A card that left its deck stands by its title, as what is no card does. */
export function agendaOnWall(agenda: readonly OnAgenda[]): Promise<Show[]> {
  return Promise.all(
    agenda.map(async ({ id, title, minutes, deck, card }) => {
      const page: CardPage | null = deck && card ? await cardPageFor(EVERYBODY, deck, card) : null;
      return page?.state === 'shown'
        ? { id, title: page.card.title, slides: slidesOf(page.card) }
        : { id, title, slides: [plainSlide(title, minutes)] };
    }),
  );
}
