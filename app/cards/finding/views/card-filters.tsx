import type { CardChoice } from '#app/cards/queries/choose.server.ts';
import { cardNeeds } from '#app/cards/rules/card.ts';
import { filterMinutes, filterNotches } from '#app/cards/rules/counts.ts';
import { noFilters } from '#app/cards/rules/filters.ts';
import { kindOptions, needFilterWords, notchFilterWords } from '#app/cards/words/choosing.ts';
import { apart } from '#app/ui/apart.ts';
import { Details } from '#app/ui/page/page.tsx';
import { FilterCheck, FilterSelect, FilterWords } from './filter-controls.tsx';

const any = (label: string) => ({ value: '', label });
const groups = Array.from({ length: 12 }, (_, at) => at + 1).map((value) => ({
  value,
  label: value === 1 ? 'One person alone' : `${value} people`,
}));

/** What each is called in an address; a form that is about more has names of its own. */
const NAMES = {
  q: 'q',
  kind: 'kind',
  minutes: 'minutes',
  people: 'people',
  notch: 'notch',
  deck: 'deck',
  unused: 'unused',
  without: 'without',
};

interface CardFilterFieldsProps {
  /** null before anything was looked for */
  choice: CardChoice | null;
  /** whose uses are counted */
  circles: readonly { slug: string; name: string }[];
  names?: typeof NAMES;
}

/** What one looks for in a card: words of it first, and the rest of it folded. */
export function CardFilterFields({ choice, circles, names = NAMES }: CardFilterFieldsProps) {
  const filters = choice?.filters ?? noFilters;
  const counts = choice?.counts;
  const { kind, maxMinutes, people, notch, deck, unused, without, text } = filters;
  const more = notch !== null || deck !== null || unused !== null || without.length > 0;
  return (
    <>
      <FilterWords name={names.q} label="Words" value={text} className="card-filters-words" />
      <FilterSelect
        name={names.kind}
        label="Kind"
        value={kind ?? ''}
        options={[
          any('Any kind'),
          ...kindOptions.map(({ value, label }) => ({
            value,
            label: label + counted(counts?.kind, value),
          })),
        ]}
      />
      <FilterSelect
        name={names.minutes}
        label="Time"
        value={String(maxMinutes ?? '')}
        options={[
          any('Any length'),
          ...filterMinutes.map((value) => ({
            value,
            label: `Up to ${value} min${counted(counts?.maxMinutes, value)}`,
          })),
        ]}
      />
      <FilterSelect
        name={names.people}
        label="Group"
        value={String(people ?? '')}
        options={[any('Any size'), ...groups]}
      />
      <div className="card-filters-more">
        <Details summary="Risk, deck and what it needs" open={more}>
          <div className="card-filters">
            <FilterSelect
              name={names.notch}
              label="Risk"
              value={String(notch ?? '')}
              options={[
                any('Any'),
                ...filterNotches.map((value) => ({
                  value,
                  label: notchFilterWords[value] + counted(counts?.notch, value),
                })),
              ]}
            />
            {choice && (
              <FilterSelect
                name={names.deck}
                label="Deck"
                value={deck ?? ''}
                options={deckOptions(choice)}
              />
            )}
            {circles.length > 1 && (
              <FilterSelect
                name={names.unused}
                label="Not used yet by"
                value={unused ?? ''}
                options={[
                  any('Any, used or not'),
                  ...circles.map(({ slug, name }) => ({
                    value: slug,
                    label: apart(name) + counted(counts?.unused, slug),
                  })),
                ]}
              />
            )}
          </div>
          <fieldset className="card-filters-checks">
            <legend>Leave out what needs</legend>
            {cardNeeds.map((need) => (
              <FilterCheck
                key={need}
                name={names.without}
                value={need}
                checked={without.includes(need)}
                label={needFilterWords[need] + counted(counts?.without, need)}
              />
            ))}
          </fieldset>
        </Details>
        {circles.length === 1 && circles[0] && (
          <FilterCheck
            name={names.unused}
            value={circles[0].slug}
            checked={unused !== null}
            label={`Not used by us yet${counted(counts?.unused, circles[0].slug)}`}
          />
        )}
      </div>
    </>
  );
}

const counted = (of: Readonly<Record<string, number>> | undefined, choice: string | number) =>
  of ? ` (${of[choice] ?? 0})` : '';

function deckOptions({ decks, counts }: CardChoice) {
  const options = (isBook: boolean) =>
    decks
      .filter((deck) => deck.isBook === isBook)
      .map(({ slug, title }) => ({ value: slug, label: title + counted(counts.deck, slug) }));
  return [
    any('Any deck'),
    { label: 'For a book', options: options(true) },
    { label: 'For any session', options: options(false) },
  ];
}
