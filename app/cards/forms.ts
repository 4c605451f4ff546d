import { z } from 'zod';
import { type CardKind, cardKinds, cardNeeds, type Notch } from '#app/cards/rules/card.ts';
import type { CardFilters } from '#app/cards/rules/filters.ts';

const kinds = Object.keys(cardKinds) as [CardKind, ...CardKind[]];

/** What is typed beyond that says nothing more. */
const LONGEST_SEARCH = 100;

const slug = z.string().min(1).max(100).nullable().catch(null);

const Filters = z.object({
  kind: z.enum(kinds).nullable().catch(null),
  minutes: z.coerce.number().int().min(1).max(480).nullable().catch(null),
  people: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  notch: z.coerce
    .number()
    .pipe(z.literal([1, 2, 3]))
    .nullable()
    .catch(null),
  deck: slug,
  unused: slug,
});

/** The filters an address carries. What it does not understand is no filter. */
export function filtersIn(search: URLSearchParams): CardFilters {
  const given = (name: string) => search.get(name) || null;
  const names = Object.keys(Filters.shape);
  const { minutes, notch, ...filters } = Filters.parse(
    Object.fromEntries(names.map((name) => [name, given(name)])),
  );
  const without = search.getAll('without');
  return {
    ...filters,
    maxMinutes: minutes,
    notch: notch as Notch | null,
    without: cardNeeds.filter((need) => without.includes(need)),
    text: Array.from(search.get('q') ?? '')
      .slice(0, LONGEST_SEARCH)
      .join('')
      .trim(),
  };
}

const Show = z.coerce.number().int().min(1).max(200).nullable().catch(null);

/** What else an address of cards to choose from says: how many to show, and which to look at. */
export const lookIn = (search: URLSearchParams) => ({
  show: Show.parse(search.get('show') || null) ?? undefined,
  look: search.get('look'),
});

const HeadCount = z.coerce.number().int().min(1).max(12).nullable().catch(null);

/** How many the address says are there; null for what it does not say, or nobody would. */
export const peopleIn = (search: URLSearchParams): number | null =>
  HeadCount.parse(search.get('people') || null);
