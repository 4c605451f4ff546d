import { addressOfCard } from '#app/cards/addresses.ts';
import type { CardSummary } from '#app/cards/rules/card.ts';

/** A card on a wall. @param step which of its slides, from 0 */
export function addressOfProjector(
  card: Pick<CardSummary, 'deck' | 'slug'>,
  { people = 0, step = 0 }: { people?: number; step?: number } = {},
) {
  const query = [people > 0 && `people=${people}`, step > 0 && `step=${step}`];
  const given = query.filter(Boolean).join('&');
  return `${addressOfCard(card)}/projector${given && `?${given}`}`;
}
