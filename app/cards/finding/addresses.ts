import type { CardFilters } from '#app/cards/rules/filters.ts';

/** The cards that are looked for: `/cards?q=burnout&minutes=20`, or another page that shows some. */
export function addressOfCards(
  filters: Partial<CardFilters>,
  { page = '/cards', show = 0 }: { page?: string; show?: number } = {},
): string {
  const { kind, maxMinutes, people, notch, deck, without = [], unused, text } = filters;
  const search = new URLSearchParams();
  const given = { q: text, kind, minutes: maxMinutes, people, notch, deck, unused, show };
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, String(value));
  for (const need of without) search.append('without', need);
  return search.size > 0 ? `${page}${page.includes('?') ? '&' : '?'}${search}` : page;
}

/** The cards that speak of something. */
export const addressOfSearch = (text: string) => addressOfCards({ text });
