import { type CardSummary, cardKinds, type NoteMoment } from '#app/cards/rules/card.ts';
import { numberWord } from '#app/ui/words.ts';

/** '3 to 8 people', 'one person' */
export const peopleWords = ([fewest, most]: CardSummary['people']) => {
  if (fewest !== most) return `${fewest} to ${most} people`;
  return fewest === 1 ? 'one person' : `${fewest} people`;
};

/** When a note for whoever runs a card is wanted, as its heading. */
export const momentWords: Record<NoteMoment, string> = {
  flat: 'If it falls flat',
  upset: 'If somebody is upset',
  dominates: 'If somebody dominates',
  numbers: 'With fewer or more',
  remote: 'On a screen',
};

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];

const counted = (n: number, thing: string) => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;

/** 'Forty-eight cards in eight decks' */
export function cardCount(cards: number, decks?: number): string {
  const words = counted(cards, 'card') + (decks ? ` in ${counted(decks, 'deck')}` : '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
