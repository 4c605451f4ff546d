import { addressOfCard } from '#app/cards/addresses.ts';
import type { RecipeItem } from '#app/recipes/rules/recipe.ts';
import { Link } from '#app/ui/page/link.tsx';

interface RecipeItemsProps {
  items: readonly Pick<RecipeItem, 'title' | 'minutes' | 'deck' | 'card'>[];
  /** why each is there, by title */
  whys?: Record<string, string>;
}

/** What a recipe holds, in order. Cards lead to their page. */
export function RecipeItems({ items, whys = {} }: RecipeItemsProps) {
  return (
    <ol className="rounded-md border border-rule bg-leaf">
      {items.map(({ title, minutes, deck, card }, at) => (
        <li
          key={at}
          className="flex justify-between gap-4 border-t border-rule px-4 py-3 first:border-0"
        >
          <span>
            <span className="font-serif font-medium">
              {deck && card ? <Link to={addressOfCard({ deck, slug: card })}>{title}</Link> : title}
            </span>
            {whys[title] && <span className="block text-sm text-ink-2">{whys[title]}</span>}
          </span>
          <span className="whitespace-nowrap text-ink-2">{minutes} min</span>
        </li>
      ))}
    </ol>
  );
}
