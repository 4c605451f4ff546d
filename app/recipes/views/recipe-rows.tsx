import { peopleWords } from '#app/cards/words/card.ts';
import { addressOfRecipe } from '#app/recipes/addresses.ts';
import type { RecipeFace } from '#app/recipes/queries/recipes.server.ts';
import { Empty, Row, Rows } from '#app/ui/page/page.tsx';

/** Recipes in a list. */
export function RecipeRows({ recipes }: { recipes: readonly RecipeFace[] }) {
  if (recipes.length === 0) {
    return <Empty title="There are no recipes here.">Agendas are put together card by card.</Empty>;
  }
  return (
    <Rows label="Recipes">
      {recipes.map(({ slug, title, for: forWhom, minutes, people, cards }) => (
        <Row
          key={slug}
          title={title}
          to={addressOfRecipe(slug)}
          meta={`For ${forWhom}`}
          action={
            <span className="whitespace-nowrap text-sm text-ink-2 tabular-nums">{minutes} min</span>
          }
        >
          <p className="mt-0.5 text-sm text-ink-2">
            {cards.join(' · ')} · {peopleWords(people)}
          </p>
        </Row>
      ))}
    </Rows>
  );
}
