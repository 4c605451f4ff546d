import type { Card } from './card.ts';

/** Which cards of a book's deck are of the pages a circle has read for a day. Pure. */

/** A section as the circle has it in its book. */
export interface ReadSection {
  kind: string;
  label: string;
  title: string;
}

interface Reading {
  /** all of the book, in order */
  sections: readonly ReadSection[];
  /** the places in it of what is read for this day */
  read: readonly number[];
  /** which of the plan's milestones it is, from one, and of how many */
  milestone: number;
  milestones: number;
}

type OfChapter = Pick<Card, 'chapter' | 'sitting'>;

/**
 * The cards of what is read for this day: by chapter, or the title of a part; a card that names
 * neither, by sitting. None that goes further than what is read by then.
 */
export function cardsOfPages<C extends OfChapter>(
  cards: readonly C[],
  reading: Reading,
  sittings: number | undefined,
): C[] {
  const { sections, read } = reading;
  const last = Math.max(-1, ...read);
  const placesOf = (chapter: number | string) => placesIn(sections, chapter);
  const hasPlaces = read.length > 0 && sections.length > 0;
  return cards.filter(({ chapter, sitting }) => {
    const places = chapter.map(placesOf);
    const isPlaced = hasPlaces && places.length > 0 && places.every((of) => of.length > 0);
    if (!isPlaced) return sitting !== null && isOfSitting(sitting, reading, sittings);
    // A part has begun where its first pages were read.
    const hasComeTo = places.every(([first = Number.POSITIVE_INFINITY]) => first <= last);
    return hasComeTo && places.some((of) => of.some((place) => read.includes(place)));
  });
}

/** Where a chapter, by its number, or a part, by words of its title, is in the book. */
function placesIn(sections: readonly ReadSection[], chapter: number | string): number[] {
  if (typeof chapter === 'number') {
    const at = sections.findIndex((section) => numberOf(section) === chapter);
    if (at !== -1) return [at];
    const chapters = sections.flatMap(({ kind }, place) => (kind === 'chapter' ? place : []));
    const numbered = sections.some((section) => numberOf(section) !== null);
    const place = numbered ? undefined : chapters[chapter - 1];
    return place === undefined ? [] : [place];
  }
  const wanted = plainTitle(chapter);
  const at = sections.findIndex(({ title }) => plainTitle(title).includes(wanted));
  if (at === -1) return [];
  if (sections[at]?.kind !== 'part') return [at];
  const next = sections.findIndex(({ kind }, place) => place > at && kind !== 'chapter');
  const end = next === -1 ? sections.length : next;
  return Array.from({ length: end - at }, (_, more) => at + more);
}

const plainTitle = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function numberOf({ kind, label, title }: ReadSection): number | null {
  if (kind !== 'chapter') return null;
  const found = /^\D*(\d+)\D*$/.exec(label) ?? /^(?:chapter\s+)?(\d+)\b/i.exec(title);
  return found ? Number(found[1]) : null;
}

/** A plan's milestones are held against the sittings a book is usually read in. */
function isOfSitting(sitting: number, reading: Reading, sittings: number | undefined): boolean {
  const { milestone, milestones } = reading;
  if (!sittings || milestones < 1) return false;
  const until = (done: number) => Math.floor((done * sittings) / milestones);
  return sitting > until(milestone - 1) && sitting <= until(milestone);
}

/** Whether a deck is of that book, whatever its subtitle, capitals and article. */
export function isSameTitle(one: string, other: string): boolean {
  const main = (title: string) => plainTitle(title.split(/[:–—]/)[0] ?? '').replace(/^the /, '');
  return main(one) !== '' && main(one) === main(other);
}
