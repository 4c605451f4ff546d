import { type CardSummary, cardKinds } from './card.ts';

/** '3 to 8 people' */
export const peopleWords = ([fewest, most]: CardSummary['people']) =>
  fewest === most ? `${fewest} people` : `${fewest} to ${most} people`;

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];

const upToNineteen = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** 'forty-eight'; digits from a hundred. */
function inWords(n: number): string {
  const ten = tens[Math.floor(n / 10) - 2];
  if (ten) return n % 10 === 0 ? ten : `${ten}-${upToNineteen[n % 10]}`;
  return upToNineteen[n] ?? String(n);
}

const counted = (n: number, thing: string) => `${inWords(n)} ${thing}${n === 1 ? '' : 's'}`;

/** 'Forty-eight cards in eight decks' */
export function cardCount(cards: number, decks?: number): string {
  const words = counted(cards, 'card') + (decks ? ` in ${counted(decks, 'deck')}` : '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
