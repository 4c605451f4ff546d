import { type CardSummary, cardKinds } from '#app/cards/rules/card.ts';
import { numberWord } from '#app/ui/words.ts';

/** '3 to 8 people' */
export const peopleWords = ([fewest, most]: CardSummary['people']) =>
  fewest === most ? `${fewest} people` : `${fewest} to ${most} people`;

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];

const counted = (n: number, thing: string) => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;

/** 'Forty-eight cards in eight decks' */
export function cardCount(cards: number, decks?: number): string {
  const words = counted(cards, 'card') + (decks ? ` in ${counted(decks, 'deck')}` : '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
