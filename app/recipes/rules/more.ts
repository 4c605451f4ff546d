import type { Card } from '#app/cards/rules/card.ts';
import { timeFor } from '#app/cards/rules/groups.ts';
import { closesSession } from '#app/sessions/agenda/rules/closing.ts';
import type { Fitted } from './fit.ts';
import { SLACK_MINUTES } from './recipe.ts';

/** How much has to be left over before something more is named. */
const MUCH = 10;
const MOST = 2;

/**
 * What else there would be time for: a card to close with where there is none, else what goes well
 * with a card that is there. Few, and only where much is left. Pure.
 */
export function whatElseFits(
  fit: Pick<Fitted, 'items' | 'left' | 'fits'>,
  { people, cards }: { people: number; cards: readonly Card[] },
): Pick<Card, 'deck' | 'slug' | 'title' | 'minutes'>[] {
  const may = fit.left - SLACK_MINUTES;
  if (!fit.fits || may < MUCH) return [];
  const names = new Set(fit.items.map(({ deck, card }) => `${deck}/${card}`));
  const on = cards.filter(({ deck, slug }) => names.has(`${deck}/${slug}`));
  const beside = new Set(on.flatMap(({ pairsWith }) => pairsWith));
  const closes = fit.items.some(closesSession);
  const wanted = (card: Card) =>
    closes
      ? beside.has(`${card.deck}/${card.slug}`)
      : closesSession(card) && card.kind === 'closing';
  return cards
    .filter(
      (card) =>
        !names.has(`${card.deck}/${card.slug}`) &&
        wanted(card) &&
        card.people[0] <= people &&
        people <= card.people[1] &&
        timeFor(stepsOf(card), people) <= may,
    )
    .slice(0, MOST)
    .map(({ deck, slug, title, minutes }) => ({ deck, slug, title, minutes }));
}

const stepsOf = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'step' ? [block] : []));
