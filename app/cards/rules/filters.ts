import type { Viewer } from '#app/access/proofs.ts';
import type { CardKind, CardNeed, CardSummary, Notch } from './card.ts';

/** Notes on running a card are for those who run sessions, in whichever circle. */
export function mayReadFacilitatorNotes(viewer: Pick<Viewer, 'memberships'>): boolean {
  return viewer.memberships.some(({ role }) => role !== 'member');
}

/** What someone is looking for. Null: anything. */
export interface CardFilters {
  kind: CardKind | null;
  /** with the time it takes to move */
  maxMinutes: number | null;
  /** how many will be in the room */
  people: number | null;
  /** 1: near to small talk. 2: no more than one would not tell everybody. 3: where there is trust */
  notch: Notch | null;
  /** the slug of a deck */
  deck: string | null;
  /** what there is not yet: cards that need it are left out */
  without: readonly CardNeed[];
  /** the slug of a circle that has not used it */
  unused: string | null;
  text: string;
}

export const noFilters: CardFilters = {
  kind: null,
  maxMinutes: null,
  people: null,
  notch: null,
  deck: null,
  without: [],
  unused: null,
  text: '',
};

export const isFiltered = ({ without, text, ...rest }: CardFilters) =>
  without.length > 0 || text !== '' || Object.values(rest).some((value) => value !== null);

/** What filters look at in a card. */
export type Fitting = Pick<CardSummary, 'deck' | 'kind' | 'people' | 'notch' | 'needs'> & {
  /** how long it takes as many as are looked for, with the time to move */
  time: number;
  /** the slugs of circles that have used it */
  usedBy: readonly string[];
};

/** Whether a card is what someone is looking for, its words aside. */
export function fits(card: Fitting, filters: CardFilters): boolean {
  const { kind, maxMinutes, people, notch, deck, without, unused } = filters;
  const [fewest, most] = card.people;
  return (
    (kind === null || card.kind === kind) &&
    (maxMinutes === null || card.time <= maxMinutes) &&
    (people === null || (fewest <= people && people <= most)) &&
    (notch === null || (notch === 3 ? card.notch === 3 : card.notch <= notch)) &&
    (deck === null || card.deck === deck) &&
    !without.some((need) => card.needs.includes(need)) &&
    (unused === null || !card.usedBy.includes(unused))
  );
}
