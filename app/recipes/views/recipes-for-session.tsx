import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addressOfRecipe } from '#app/recipes/addresses.ts';
import { FavouriteForm } from '#app/recipes/favourites/views/favourite-form.tsx';
import type { ForSession, RecipeChoice } from '#app/recipes/queries/for-session.server.ts';
import { timeWords } from '#app/recipes/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block, Details, NoticeBar, Panel, Row, Rows } from '#app/ui/page/page.tsx';
import { FitChanges } from './fit-changes.tsx';
import { RecipeItems } from './recipe-items.tsx';

/** What every form of the page carries. */
export interface PuttingOn {
  action: string;
  people: number;
  version: number;
  submissionKey: string;
}

interface RecipesForSessionProps extends ForSession {
  putting: PuttingOn;
  circle: { slug: string; name: string };
  sessionId: number;
  zone: string;
  minutes: number;
  /** how many are expected */
  expected: number;
  /** slugs of recipes */
  favourites: readonly string[];
  uses: readonly { id: number; title: string }[];
}

/** Every recipe as it would be put on one session, with a button each. */
export function RecipesForSession(props: RecipesForSessionProps) {
  const { putting, choices, proposal, zone, favourites, circle, sessionId } = props;
  const isFavourite = ({ recipe }: RecipeChoice) => favourites.includes(recipe.slug);
  const sorted = [...choices].sort(
    (a, b) =>
      Number(isFavourite(b)) - Number(isFavourite(a)) || Number(b.fit.fits) - Number(a.fit.fits),
  );
  return (
    <>
      {props.uses.map(({ id, title }) => (
        <NoticeBar
          key={id}
          action={
            <PostForm action={`${putting.action}/${id}/undoing`}>
              <Button variant="quiet" aria-label={`Take it off again: ${title}`}>
                Take it off again
              </Button>
            </PostForm>
          }
        >
          <em>{title}</em> is on the agenda.
        </NoticeBar>
      ))}
      {choices.length > 0 && choices.every(({ fit }) => !fit.fits) && (
        <NoticeBar
          action={
            <ButtonLink
              to={`${addressOfSession(circle.slug, sessionId)}/agenda/edit`}
              variant="quiet"
            >
              Change the agenda
            </ButtonLink>
          }
        >
          No recipe fits beside what is on the agenda. Take something off it first.
        </NoticeBar>
      )}
      {proposal && (
        <Panel title="For these pages">
          <Why {...props} proposal={proposal} />
          <Whole choice={proposal} />
          <PutOn putting={putting} choice={proposal} card={proposal.card} primary>
            Put it on the agenda
          </PutOn>
        </Panel>
      )}
      <Block title="All recipes">
        <People people={putting.people} expected={props.expected} action={putting.action} />
        <Rows label="All recipes">
          {sorted.map((choice) => (
            <Row
              key={choice.recipe.slug}
              title={choice.recipe.title}
              to={addressOfRecipe(choice.recipe.slug)}
              meta={`For ${choice.recipe.for}`}
              action={<Put putting={putting} choice={choice} minutes={props.minutes} />}
            >
              <p className="mt-0.5 text-sm text-ink-2">
                {choice.fit.fits ? timeWords(choice.fit) : fewestWords(choice)}
                {choice.usedAt && (
                  <>
                    {' · '}used on <When at={choice.usedAt} zone={zone} style="day" />
                  </>
                )}
              </p>
              <Misfit choice={choice} people={putting.people} />
              <Details
                summary={
                  <>
                    What is on it<span className="sr-only">: {choice.recipe.title}</span>
                  </>
                }
              >
                <Whole choice={choice} />
                <div className="mt-2">
                  <FavouriteForm
                    kind="recipe"
                    thing={choice.recipe.slug}
                    keeper={{ circle, keeps: isFavourite(choice) }}
                    of={choice.recipe.title}
                    session={sessionId}
                  />
                </div>
              </Details>
            </Row>
          ))}
        </Rows>
      </Block>
    </>
  );
}

function Why({
  place,
  proposal,
  zone,
}: Pick<RecipesForSessionProps, 'place' | 'zone'> & {
  proposal: NonNullable<ForSession['proposal']>;
}) {
  const { recipe, card, fit, instead, usedLately } = proposal;
  const own =
    card && [...fit.before, ...fit.behind].find((item) => `${item.deck}/${item.card}` === card);
  return (
    <div className="mb-4">
      <p className="font-serif text-xl">{recipe.title}</p>
      <p className="mt-1 text-ink-2">
        {place && (
          <>
            Part {place.nth} of {place.of} of <cite>{apart(place.bookTitle)}</cite>:{' '}
            {apart(place.words)}.{' '}
          </>
        )}
        {own ? (
          <>
            <em>{own.title}</em> was made for these pages.{' '}
          </>
        ) : (
          'Its discussion works with any pages. '
        )}
        {instead && (
          <>
            <em>{instead.title}</em> was used on{' '}
            <When at={instead.use.at} zone={zone} style="day" />, so this is another.
          </>
        )}
        {usedLately && (
          <>
            Used on <When at={usedLately.at} zone={zone} style="day" />; nothing else fits better.
          </>
        )}
      </p>
    </div>
  );
}

/** What would be put on, and what changes for it. */
function Whole({ choice: { fit, whys } }: { choice: RecipeChoice }) {
  return (
    <>
      <RecipeItems items={[...fit.before, ...fit.behind]} whys={whys} />
      <p className="mt-2 text-sm text-ink-2">{timeWords(fit)}.</p>
      <FitChanges changes={fit.changes} notAgain={fit.notAgain} />
    </>
  );
}

function Put(props: { putting: PuttingOn; choice: RecipeChoice; minutes: number }) {
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

function PutOn({ putting, choice, card, primary, label, children }: PutOnProps) {
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

function Misfit({ choice, people }: { choice: RecipeChoice; people: number }) {
  const [fewest, most] = choice.recipe.people;
  if (fewest <= people && people <= most) return null;
  return (
    <p className="mt-0.5 text-sm text-rubric">
      Made for {fewest} to {most} people.
    </p>
  );
}

const fewestWords = ({ fit }: RecipeChoice) =>
  `Takes at least ${fit.fewest} minutes with what is on the agenda`;

/** How many are there changes turns and moving. A plain form: it is in the address. */
function People(props: { people: number; expected: number; action: string }) {
  const { people, expected, action } = props;
  const options = Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: at + 1 === expected ? `${at + 1}, as expected` : String(at + 1),
  }));
  return (
    <Form
      method="get"
      action={action}
      aria-label="How many are there"
      className="mb-4 flex flex-wrap items-end gap-3 [&_.field]:mb-0"
    >
      <Select
        name="people"
        label="How many are there?"
        options={options}
        defaultValue={String(people)}
      />
      <Button>Work it out</Button>
    </Form>
  );
}
