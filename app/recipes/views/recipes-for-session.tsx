import { addressOfRecipe } from '#app/recipes/addresses.ts';
import { FavouriteForm } from '#app/recipes/favourites/views/favourite-form.tsx';
import type { ForSession, RecipeChoice } from '#app/recipes/queries/for-session.server.ts';
import { timeWords } from '#app/recipes/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { When } from '#app/time/when.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Details, NoticeBar, Panel, Row, Rows } from '#app/ui/page/page.tsx';
import { ExpectedPeople } from './expected-people.tsx';
import { FitChanges } from './fit-changes.tsx';
import { Put, PutOn, type PuttingOn } from './put-on.tsx';
import { RecipeItems } from './recipe-items.tsx';
import { WhyProposed } from './why-proposed.tsx';

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
          <WhyProposed place={props.place} zone={zone} proposal={proposal} />
          <Whole choice={proposal} />
          <PutOn putting={putting} choice={proposal} card={proposal.card} primary>
            Put it on the agenda
          </PutOn>
        </Panel>
      )}
      <Block title="All recipes">
        <ExpectedPeople people={putting.people} expected={props.expected} action={putting.action} />
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
