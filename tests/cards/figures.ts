import type { ShelvedDeck } from '#app/cards/files/queries/library.server.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { participantText, plainText, wordCount } from '#app/cards/rules/card-text.ts';

/** What the check counts in all decks together. */

export interface Figures {
  cards: number;
  decks: number;
  /** of the cards: how many prompts ask something */
  questions: number;
  /** of the cards: how many serve one person, or two */
  forFew: number;
  /** words for participants */
  mostWords: number;
  medianWords: number;
}

export function figuresOf(decks: readonly ShelvedDeck[]): Figures {
  const cards = decks.flatMap(({ cards }) => cards);
  const words = cards.map(({ blocks }) => wordCount(participantText(blocks))).sort((a, b) => a - b);
  return {
    cards: cards.length,
    decks: decks.length,
    questions: cards.filter(asks).length,
    forFew: cards.filter(({ people: [fewest] }) => fewest <= 2).length,
    mostWords: words.at(-1) ?? 0,
    medianWords: words[Math.floor(words.length / 2)] ?? 0,
  };
}

const asks = ({ blocks }: Card) =>
  blocks.some((block) => block.kind === 'prompt' && plainText(block.html).includes('?'));

/** The modes of a card's steps in order. */
const sequenceOf = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'step' ? block.mode : [])).join(' → ');

/** A sequence of modes that more cards of a deck run than may. */
export interface Repeated {
  deck: string;
  sequence: string;
  /** slugs */
  cards: string[];
  may: number;
}

/** In a deck at most a third of the cards, and always one, may run the same sequence of modes. */
export function repeatedSequences({ slug, cards }: ShelvedDeck): Repeated[] {
  const may = Math.max(1, Math.floor(cards.length / 3));
  const bySequence = new Map<string, string[]>();
  for (const card of cards) {
    const sequence = sequenceOf(card);
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), card.slug]);
  }
  return [...bySequence]
    .filter(([, slugs]) => slugs.length > may)
    .map(([sequence, slugs]) => ({ deck: slug, sequence, cards: slugs, may }));
}
