import type { ReactNode } from 'react';
import type { RecipeChoice } from '#app/recipes/queries/for-session.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

/** What every form of the page carries. */
export interface PuttingOn {
  action: string;
  people: number;
  version: number;
  submissionKey: string;
}

/** The button that puts a recipe on, or why there is none. */
export function Put(props: { putting: PuttingOn; choice: RecipeChoice; minutes: number }) {
  const { putting, choice, minutes } = props;
  const { fit, recipe } = choice;
  if (!fit.fits) {
    return <span className="whitespace-nowrap text-sm text-ink-2">Not in {minutes} min</span>;
  }
  if (fit.before.length + fit.behind.length === 0) {
    return <span className="text-sm text-ink-2">On the agenda</span>;
  }
  return (
    <PutOn putting={putting} choice={choice} card={null} label={`Put it on: ${recipe.title}`}>
      Put it on
    </PutOn>
  );
}

interface PutOnProps {
  putting: PuttingOn;
  choice: RecipeChoice;
  /** what stands in the place of its discussion */
  card: string | null;
  primary?: boolean;
  label?: string;
  children: ReactNode;
}

export function PutOn({ putting, choice, card, primary, label, children }: PutOnProps) {
  return (
    <PostForm
      action={putting.action}
      reply={{ values: {}, errors: {} }}
      className={primary ? 'mt-4' : undefined}
    >
      <Hidden name="recipe" value={choice.recipe.slug} />
      <Hidden name="card" value={card ?? ''} />
      <Hidden name="people" value={String(putting.people)} />
      <Hidden name="version" value={String(putting.version)} />
      <Hidden name="submissionKey" value={putting.submissionKey} />
      <Button variant={primary ? 'primary' : 'plain'} aria-label={label}>
        {children}
      </Button>
    </PostForm>
  );
}
