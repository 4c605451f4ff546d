import { addressOfCard } from '#app/cards/addresses.ts';
import type { CardSummary } from '#app/cards/rules/card.ts';

/** What can be printed of a card. */
export type Printed = 'halves' | 'slips' | 'sheet';

/** @param what the participants' halves where it is left out */
export function addressOfPrint(
  card: Pick<CardSummary, 'deck' | 'slug'>,
  { what = 'halves', people = 0 }: { what?: Printed; people?: number } = {},
) {
  const query = [what !== 'halves' && `what=${what}`, people > 0 && `people=${people}`];
  const given = query.filter(Boolean).join('&');
  return `${addressOfCard(card)}/print${given && `?${given}`}`;
}
