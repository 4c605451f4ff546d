import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addressOfCard } from '#app/cards/addresses.ts';
import { peopleWords } from '#app/cards/words/card.ts';
import { addressOfRecipe, addressOfRecipesFor, RECIPES } from '#app/recipes/addresses.ts';
import type { RecipePage } from '#app/recipes/queries/recipes.server.ts';
import { timeWords } from '#app/recipes/words.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { FitChanges } from './fit-changes.tsx';
import { RecipeItems } from './recipe-items.tsx';

interface RecipeSheetProps extends RecipePage {
  /** sessions to come whose agenda the viewer may write */
  agendas: readonly {
    circle: { slug: string; name: string };
    sessionId: number;
    startsAt: string;
  }[];
  zone: string;
  favourite: ReactNode;
}

/** The way to the one session it can be used at, or to several, folded. */
function UseIt({ agendas, zone }: Pick<RecipeSheetProps, 'agendas' | 'zone'>) {
  const ways = agendas.map(({ circle, sessionId, startsAt }) => (
    <ButtonLink key={sessionId} to={addressOfRecipesFor(circle.slug, sessionId)} wide>
      <span>
        Use it on <When at={startsAt} zone={zone} style="day" />
        {agendas.length > 1 && ` · ${apart(circle.name)}`}
      </span>
    </ButtonLink>
  ));
  if (ways.length < 2) return ways;
  return (
    <details>
      <summary className="btn">Use it at a session</summary>
      <div className="mt-3 grid gap-2">{ways}</div>
    </details>
  );
}

/** A recipe: what it is for, what it holds, and how it fits so many minutes. */
export function RecipeSheet(props: RecipeSheetProps) {
  const { recipe, fit, whys, people, minutes, more, agendas, zone, favourite } = props;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={
          <>
            <Link to={RECIPES}>Recipes</Link> · {recipe.minutes} minutes ·{' '}
            {peopleWords(recipe.people)}
          </>
        }
        title={recipe.title}
        lede={`For ${recipe.for}.`}
        actions={
          <>
            <UseIt agendas={agendas} zone={zone} />
            {favourite}
          </>
        }
      />
      <RecipeItems items={fit.items} whys={whys} />
      <p className="mt-2 text-sm text-ink-2" role="status">
        {fit.fits ? `${timeWords(fit)}.` : `It takes at least ${props.fewest} minutes.`}
      </p>
      <FitChanges changes={fit.changes} />
      {more.length > 0 && (
        <p className="mt-2 text-sm text-ink-2">
          There would be time for{' '}
          {more.map((card, at) => (
            <span key={card.slug}>
              {at > 0 && ' or '}
              <Link to={addressOfCard(card)}>{card.title}</Link> ({card.minutes} min)
            </span>
          ))}
          .
        </p>
      )}
      <Block title="Fit it">
        <Form
          method="get"
          action={addressOfRecipe(recipe.slug)}
          aria-label="Fit it"
          className="flex flex-wrap items-end gap-3 [&_.field]:mb-0"
        >
          <Select
            name="minutes"
            label="How long is it?"
            options={lengthOptions(minutes)}
            defaultValue={String(minutes)}
          />
          <Select
            name="people"
            label="How many are there?"
            options={Array.from({ length: 12 }, (_, at) => numbered(at + 1))}
            defaultValue={String(people)}
          />
          <Button>Work it out</Button>
        </Form>
      </Block>
    </Page>
  );
}

const numbered = (n: number) => ({ value: String(n), label: String(n) });

const LENGTHS = [30, 45, 60, 75, 90, 105, 120, 150, 180];

const lengthOptions = (minutes: number) =>
  [...new Set([...LENGTHS, minutes])]
    .sort((a, b) => a - b)
    .map((n) => ({ value: String(n), label: `${n} minutes` }));
