import { type CardKind, type CardNeed, cardKinds, cardNeeds, type Notch } from './card.ts';
import { type CardFilters, type Fitting, fits, noFilters } from './filters.ts';

export const filterMinutes = [10, 15, 20, 25, 30, 45, 60] as const;
export const filterNotches = [1, 2, 3] as const satisfies readonly Notch[];

/** How many cards there would be with each choice in place of the one that is made. */
export interface FilterCounts {
  kind: Record<CardKind, number>;
  maxMinutes: Record<number, number>;
  notch: Record<Notch, number>;
  deck: Record<string, number>;
  /** those that need it */
  without: Record<CardNeed, number>;
  /** by the slug of the circle that has not used them */
  unused: Record<string, number>;
}

/** @param circles the slugs of the viewer's */
export function countsOf(
  cards: readonly Fitting[],
  filters: CardFilters,
  circles: readonly string[],
): FilterCounts {
  const decks = [...new Set(cards.map(({ deck }) => deck))];
  /** With one choice at a time in place of the one made: the rest is looked through once. */
  const each = <N extends keyof CardFilters, C extends string | number>(
    name: N,
    choices: readonly (C & CardFilters[N])[],
  ) => {
    const others = cards.filter((card) => fits(card, { ...filters, [name]: noFilters[name] }));
    const with1 = (choice: C) => ({ ...noFilters, [name]: choice });
    return Object.fromEntries(
      choices.map((choice) => [choice, others.filter((card) => fits(card, with1(choice))).length]),
    ) as Record<C, number>;
  };
  const anyNeeds = cards.filter((card) => fits(card, { ...filters, without: [] }));
  return {
    kind: each('kind', Object.keys(cardKinds) as CardKind[]),
    maxMinutes: each('maxMinutes', filterMinutes),
    notch: each('notch', filterNotches),
    deck: each('deck', decks),
    without: Object.fromEntries(
      cardNeeds.map((need) => [need, anyNeeds.filter(({ needs }) => needs.includes(need)).length]),
    ) as Record<CardNeed, number>,
    unused: each('unused', circles),
  };
}
