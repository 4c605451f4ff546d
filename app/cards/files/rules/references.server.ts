import type { Card } from '#app/cards/rules/card.ts';
import topics from '#content/card-topics.json' with { type: 'json' };
import type { Reference } from './parse-card.server.ts';
import type { FiledProblem } from './problem.ts';

/** What cards say of things beside them: tags, their deck's sittings, and one another. Pure. */

export interface ReadCard {
  card: Card;
  lineOf: Record<Reference, number>;
}

const tags = new Set<string>(topics.map(({ tag }) => tag));

/**
 * The cards without what they say of things that are not there, after reporting each. A dangling
 * reference costs only itself.
 */
export function settled<D extends { sittings?: number | undefined; cards: readonly ReadCard[] }>(
  decks: readonly D[],
  report: (problem: FiledProblem) => void,
): (Omit<D, 'cards'> & { cards: Card[] })[] {
  const all = new Set(
    decks.flatMap(({ cards }) => cards.map(({ card }) => `${card.deck}/${card.slug}`)),
  );
  return decks.map((deck) => ({
    ...deck,
    cards: deck.cards.map(({ card, lineOf }) => {
      const file = `${card.deck}/${card.slug}.mdx`;
      const kept = (key: Reference, names: readonly string[], there: Set<string>, why: string) =>
        names.filter((name) => {
          if (there.has(name)) return true;
          report({ file, line: lineOf[key], reason: `${key} names “${name}”, ${why}` });
          return false;
        });
      const others = new Set(all);
      others.delete(`${card.deck}/${card.slug}`);
      const noCard = 'and there is no such other card';
      const sittings = deck.sittings ?? 0;
      if (card.sitting !== null && card.sitting > sittings) {
        const reason = `sitting is ${card.sitting} and its deck has ${sittings || 'no'} sittings`;
        report({ file, line: lineOf.sitting, reason });
      }
      return {
        ...card,
        about: kept('about', card.about, tags, 'which is no tag of card-topics.json'),
        after: kept('after', card.after, others, noCard),
        pairsWith: kept('pairs-with', card.pairsWith, others, noCard),
        sitting: card.sitting !== null && card.sitting <= sittings ? card.sitting : null,
      };
    }),
  }));
}
