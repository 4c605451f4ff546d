import { z } from 'zod';
import { type CardKind, cardKinds } from '#app/cards/rules/card.ts';
import type { CardFilters } from '#app/cards/rules/filters.ts';

const kinds = Object.keys(cardKinds) as [CardKind, ...CardKind[]];

const Filters = z.object({
  kind: z.enum(kinds).nullable().catch(null),
  minutes: z.coerce.number().int().min(1).max(480).nullable().catch(null),
  people: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  deck: z.string().min(1).max(60).nullable().catch(null),
  q: z.string().trim().max(100).catch(''),
});

/** The filters an address carries. What it does not understand is no filter. */
export function filtersIn(search: URLSearchParams): CardFilters {
  const given = Object.fromEntries(
    ['kind', 'minutes', 'people', 'deck', 'q'].map((name) => [name, search.get(name) || null]),
  );
  const { kind, minutes, people, deck, q } = Filters.parse(given);
  return { kind, maxMinutes: minutes, people, deck, text: q };
}

const HeadCount = z.coerce.number().int().min(1).max(12).nullable().catch(null);

/** How many the address says are there; null for what it does not say, or nobody would. */
export const peopleIn = (search: URLSearchParams): number | null =>
  HeadCount.parse(search.get('people') || null);
