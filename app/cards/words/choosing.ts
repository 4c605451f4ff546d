import type { CardUse } from '#app/cards/queries/choose.server.ts';
import { type CardNeed, cardKinds, type Notch } from '#app/cards/rules/card.ts';
import type { CardFilters } from '#app/cards/rules/filters.ts';
import type { Why } from '#app/cards/rules/search.server.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord, listed, plural } from '#app/ui/words.ts';

/** What choosing a card says. */

export const notchFilterWords: Record<Notch, string> = {
  1: 'Near to small talk',
  2: 'Nothing that needs trust first',
  3: 'Only where there is trust',
};

/** What a card may need, as something to leave out. */
export const needFilterWords: Record<CardNeed, string> = {
  agreement: 'an agreement that all have said “I’m in” to',
  notice: 'notice at the session before',
  'six-meetings': 'six meetings or more together',
  'no-reports': 'nobody there with their own manager',
};

export const kindOptions = Object.entries(cardKinds).map(([value, words]) => ({
  value,
  label: capital(words),
}));

/** 'About burnout and pairs'; 'Says “sleep”'; null where its title says it. */
export function whyWords({ about, says }: Why): string | null {
  const parts = [
    about.length > 0 && `about ${listed(about)}`,
    says.length > 0 && `says ${listed(says.map((word) => `“${word}”`))}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? capital(parts.join(', ')) : null;
}

/** 'Used on 3 November', 'On the agenda of 5 December'; with the circle, where there are several. */
export function usedWords({ circle, startsAt, isToCome }: CardUse, several: boolean): string {
  const day = dayIn(startsAt, circle.timeZone);
  const where = several ? ` in ${apart(circle.name)}` : '';
  return isToCome ? `On the agenda of ${day}${where}` : `Used on ${day}${where}`;
}

interface Filter {
  words: string;
  /** the filters without it */
  without: CardFilters;
}

interface Names {
  decks: readonly { slug: string; title: string }[];
  circles: readonly { slug: string; name: string }[];
}

/** Each filter that is set, for taking it off by itself. */
export function filtersSet(filters: CardFilters, { decks, circles }: Names): Filter[] {
  const { kind, maxMinutes, people, notch, deck, without, unused, text } = filters;
  const set: (Filter | false)[] = [
    text !== '' && { words: `“${text}”`, without: { ...filters, text: '' } },
    kind !== null && { words: capital(cardKinds[kind]), without: { ...filters, kind: null } },
    maxMinutes !== null && {
      words: `Up to ${maxMinutes} minutes`,
      without: { ...filters, maxMinutes: null },
    },
    people !== null && {
      words: `${capital(countWord(people))} ${plural(people, 'person', 'people')}`,
      without: { ...filters, people: null },
    },
    notch !== null && { words: notchFilterWords[notch], without: { ...filters, notch: null } },
    deck !== null && {
      words: decks.find(({ slug }) => slug === deck)?.title ?? deck,
      without: { ...filters, deck: null },
    },
    unused !== null && {
      words: `Not used by ${unusedBy(unused, circles)} yet`,
      without: { ...filters, unused: null },
    },
  ];
  const needs = without.map((need) => ({
    words: `Without ${needFilterWords[need]}`,
    without: { ...filters, without: without.filter((other) => other !== need) },
  }));
  return [...set.filter((one) => one !== false), ...needs];
}

const unusedBy = (slug: string, circles: Names['circles']) =>
  circles.length > 1 ? apart(circles.find((one) => one.slug === slug)?.name ?? '') : 'us';

/** 'Twelve cards', 'One card', 'No card' */
export const totalWords = (total: number) =>
  total === 0 ? 'No card' : `${capital(countWord(total))} ${plural(total, 'card', 'cards')}`;
