import {
  type CardNeed,
  type CardSummary,
  cardKinds,
  type Notch,
  type Reveal,
} from '#app/cards/rules/card.ts';
import { capital, listed, numberWord } from '#app/ui/words.ts';

/** '3 to 8 people', 'one person' */
export const peopleWords = ([fewest, most]: CardSummary['people']) => {
  if (fewest !== most) return `${fewest} to ${most} people`;
  return fewest === 1 ? 'one person' : `${fewest} people`;
};

/** How much a card asks for. */
export const notchWords: Record<Notch, string> = {
  1: 'Near to small talk',
  2: 'Asks for what one would not tell everybody',
  3: 'Only where there is trust',
};

const needWords: Record<CardNeed, string> = {
  agreement: 'everybody has said “I’m in” to the agreement',
  notice: 'it was announced a session before',
  'six-meetings': 'you have met six times or more',
  'no-reports': 'nobody is there with their own manager',
};

/** 'Use it when you have met six times or more and it was announced a session before.' */
export const needsWords = (needs: readonly CardNeed[]) =>
  needs.length > 0 ? `Use it when ${listed(needs.map((need) => needWords[need]))}.` : null;

/** Who sees what is written down, as the heading above it. */
export const revealWords: Record<Reveal, string> = {
  me: 'Write, for you alone',
  group: 'Write, for your group',
  all: 'Write, for everybody',
  together: 'Write; everybody’s is shown at once',
};

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];

const counted = (n: number, thing: string) => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;

/** 'Forty-eight cards in eight decks' */
export function cardCount(cards: number, decks?: number): string {
  const words = counted(cards, 'card') + (decks ? ` in ${counted(decks, 'deck')}` : '');
  return capital(words);
}
