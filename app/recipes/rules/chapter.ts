import type { Card } from '#app/cards/rules/card.ts';
import type { RecipeMoment } from './recipe.ts';

/** Where in its book a session is, and which of the book's cards are for its pages. Pure. */

interface Section {
  id: number;
  kind: string;
  /** the book's own numbering: '4', 'IV', 'Two'; '' when it has none */
  label: string;
  title: string;
}

export interface PlaceInBook {
  bookTitle: string;
  /** which of the plan's milestones it is, from 1 */
  nth: number;
  of: number;
  /** what is read for it, in words */
  words: string;
  /** of the book, in its order; and those that are read for it */
  sections: readonly Section[];
  read: readonly number[];
}

export const momentOf = ({ nth, of }: PlaceInBook): RecipeMoment => {
  if (nth === of) return 'last';
  return nth === 1 ? 'first' : 'middle';
};

type BookCard = Pick<Card, 'chapter' | 'sitting'>;

/**
 * Whether a card of the book's deck is for the pages of a session, for earlier ones, or for later
 * ones: those are not shown yet. What nothing is known of is later, until the book is read.
 */
export function placeOfCard(
  { chapter, sitting }: BookCard,
  place: PlaceInBook,
  sittings: number | undefined,
): 'now' | 'before' | 'later' {
  const { sections, read, nth, of } = place;
  const at = read.map((id) => sections.findIndex((section) => section.id === id));
  const last = Math.max(...at);
  const chapters = chapter.map((named) => placesOf(named, sections));
  if (at.length > 0 && chapters.length > 0 && chapters.every((places) => places.length > 0)) {
    if (chapters.some(([first = 0]) => first > last)) return 'later';
    return chapters.some((places) => places.some((one) => at.includes(one))) ? 'now' : 'before';
  }
  if (sitting !== null && sittings) {
    const now = Math.ceil((nth / of) * sittings);
    if (sitting === now) return 'now';
    return sitting > now ? 'later' : 'before';
  }
  return nth === of ? 'before' : 'later';
}

/** Where the sections of a chapter stand, by its number, or all of a part, by words of its title. */
function placesOf(named: number | string, sections: readonly Section[]): number[] {
  const chapters = sections.flatMap(({ kind }, at) => (kind === 'chapter' ? [at] : []));
  if (typeof named === 'number') {
    const labelled = chapters.filter((at) => numberOf(sections[at]?.label ?? '') === named);
    const [first] = labelled;
    if (first !== undefined) return [first];
    const unlabelled = chapters.every((at) => numberOf(sections[at]?.label ?? '') === null);
    const counted = unlabelled ? chapters[named - 1] : undefined;
    return counted === undefined ? [] : [counted];
  }
  const words = named.toLowerCase();
  const begins = sections.findIndex(({ title }) => title.toLowerCase().includes(words));
  if (begins === -1) return [];
  if (sections[begins]?.kind !== 'part') return [begins];
  const next = sections.findIndex(({ kind }, at) => at > begins && kind === 'part');
  return sections.flatMap((_, at) => (at >= begins && (next === -1 || at < next) ? [at] : []));
}

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

/** The number a label writes as '4', 'IV' or 'Four'. */
function numberOf(label: string): number | null {
  const word = label.trim().toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word);
  if (at !== -1) return at + 1;
  if (!/^[ivxl]+$/.test(word)) return null;
  const digits = [...word].map((letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, one, i) => sum + (one < (digits[i + 1] ?? 0) ? -one : one), 0);
}
