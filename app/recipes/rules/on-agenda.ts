import { closesSession } from '#app/sessions/agenda/rules/closing.ts';
import { type FitItem, type Fitted, fewestMinutes, fitted } from './fit.ts';
import type { Recipe, RecipeItem } from './recipe.ts';

/** A recipe put on an agenda that may hold something already. Pure. */

/** What is not put on beside what there is: the very card, or a second card that closes. */
export interface NotAgain {
  item: string;
  why: 'on-it' | 'closes-already';
}

export interface OnAgenda extends Fitted {
  /** what is put on before the cards that close the agenda, and behind them */
  before: RecipeItem[];
  behind: RecipeItem[];
  notAgain: NotAgain[];
  /** the fewest minutes of a session in which it has a place */
  fewest: number;
}

/**
 * What a recipe puts on an agenda: behind what is there, the cards that close last, shortened to the
 * minutes of the session. What is there stays as it is.
 */
export function onAgenda(
  recipe: Pick<Recipe, 'items'>,
  agenda: readonly RecipeItem[],
  { people, minutes }: { people: number; minutes: number },
): OnAgenda {
  const there = split(agenda.map((item) => ({ ...item, given: true })));
  const notAgain: NotAgain[] = [];
  const fresh = (items: readonly RecipeItem[]) =>
    items.filter((item) => {
      const again = agenda.some((one) => item.card && isSameCard(one, item));
      if (again) notAgain.push({ item: item.title, why: 'on-it' });
      return !again;
    });
  const own = split(recipe.items);
  const before = fresh(own.before);
  const behind = fresh(own.closing).filter((item) => {
    const second = there.closing.length > 0 && !item.keep;
    if (second) notAgain.push({ item: item.title, why: 'closes-already' });
    return !second;
  });
  const items: PlacedItem[] = [
    ...there.before,
    ...before,
    ...there.closing,
    ...behind.map((item) => ({ ...item, closes: true })),
  ];
  const fit = fitted(items, people, minutes);
  const added = fit.items.filter(({ given }) => !given);
  return {
    ...fit,
    before: added.filter(({ closes }) => !closes),
    behind: added.filter(({ closes }) => closes),
    notAgain,
    fewest: fewestMinutes(items, people),
  };
}

type PlacedItem = FitItem & { closes?: boolean };

const isSameCard = (one: RecipeItem, other: RecipeItem) =>
  one.deck === other.deck && one.card === other.card;

/** An agenda in two: what closes it, and all before that. */
function split<I extends RecipeItem>(items: readonly I[]): { before: I[]; closing: I[] } {
  const last = items.findLastIndex((item) => !closesSession(item));
  return { before: items.slice(0, last + 1), closing: items.slice(last + 1) };
}
