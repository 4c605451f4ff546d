import type { Problem } from '#app/cards/files/rules/problem.ts';
import type { Card } from '#app/cards/rules/card.ts';
import {
  type Recipe,
  type RecipeItem,
  SLACK_MINUTES,
  talkItem,
  timeOfItems,
  usualPeople,
} from '#app/recipes/rules/recipe.ts';
import { ROUND_DECK } from '#app/sessions/agenda/rules/ask-round.ts';
import topics from '#content/card-topics.json' with { type: 'json' };
import type { ParsedRecipe, RecipeFile } from './parse-recipe.server.ts';

const tags = new Set<string>(topics.map(({ tag }) => tag));

/** What an agenda needs of a card. */
export const itemOfCard = ({ deck, slug, title, minutes, kind, blocks }: Card) => ({
  ...{ deck, card: slug, title, minutes, kind },
  steps: blocks
    .flatMap((block) => (block.kind === 'step' ? [block] : []))
    .map(({ title, mode, minutes, turn }) => ({
      ...{ title, mode, minutes },
      ...(turn !== undefined && { turn }),
    })),
});

/** A recipe with the cards it names; null after reporting what of it cannot be. */
export function withCards(
  slug: string,
  { recipe, lineOf }: ParsedRecipe & { ok: true },
  cardCalled: (name: string) => Card | undefined,
  report: (problem: Problem) => void,
): Recipe | null {
  let sound = true;
  const refuse = (line: number, reason: string) => {
    sound = false;
    report({ line, reason });
  };
  recipe.about.forEach((tag, at) => {
    if (tags.has(tag)) return;
    refuse(lineOf(['about', at]), `about names “${tag}”, which is no tag of card-topics.json`);
  });
  const items = recipe.items.flatMap((item, at): RecipeItem[] => {
    const { keep, why } = item;
    if (!('card' in item)) return [{ ...talkItem(item.title, item.minutes), keep, why }];
    const card = cardCalled(item.card);
    const reason = card ? unfit(card, recipe) : `there is no card ${item.card}`;
    if (reason) refuse(lineOf(['items', at, 'card']), reason);
    return card ? [{ ...itemOfCard(card), keep, why }] : [];
  });
  if (!sound) return null;
  const { title, minutes, people, for: forWhom, about, when } = recipe;
  const whole: Recipe = { ...{ slug, title, minutes, people, for: forWhom, about, when }, items };
  const taken = timeOfItems(items, usualPeople(whole));
  if (taken + SLACK_MINUTES <= minutes) return whole;
  const reason = `its items take ${taken} minutes with the time to move, and ${SLACK_MINUTES} are to be left of ${minutes}`;
  refuse(lineOf(['minutes']), reason);
  return null;
}

/** Why a card cannot be in a recipe; null when it can. */
function unfit({ deck, slug, people }: Card, recipe: RecipeFile): string | null {
  if (deck === ROUND_DECK) return 'a round of asks is set at its session, not by a recipe';
  const [fewest, most] = people;
  if (fewest <= recipe.people[0] && recipe.people[1] <= most) return null;
  return `${deck}/${slug} is for ${fewest} to ${most} people, the recipe for ${recipe.people.join(' to ')}`;
}
