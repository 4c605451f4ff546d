import type { ShelvedDeck } from '#app/cards/files/queries/library.server.ts';
import type { Card, NoteMoment } from '#app/cards/rules/card.ts';
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
  /** of a deck's cards, the most that run the same sequence of modes */
  sameSequence: number;
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
    sameSequence: Math.max(
      0,
      ...decks.flatMap((deck) => [...sequencesOf(deck).values()].map((slugs) => slugs.length)),
    ),
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
export function repeatedSequences(deck: ShelvedDeck): Repeated[] {
  const may = Math.max(1, Math.floor(deck.cards.length / 3));
  return [...sequencesOf(deck)]
    .filter(([, slugs]) => slugs.length > may)
    .map(([sequence, slugs]) => ({ deck: deck.slug, sequence, cards: slugs, may }));
}

/** The slugs of a deck's cards by the sequence of modes they run. */
function sequencesOf({ cards }: ShelvedDeck): Map<string, string[]> {
  const bySequence = new Map<string, string[]>();
  for (const card of cards) {
    const sequence = sequenceOf(card);
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), card.slug]);
  }
  return bySequence;
}

/** The moments a card with some risk has notes for: which of them are lacking. */
export function lackingNotes({ notch, people: [fewest, most], blocks }: Card): NoteMoment[] {
  const note = blocks.find((block) => block.kind === 'facilitator');
  const wanted: NoteMoment[] = fewest === most ? ['upset'] : ['upset', 'numbers'];
  if (notch === 1) return [];
  return wanted.filter((moment) => !note?.notes.some(({ when }) => when === moment));
}
