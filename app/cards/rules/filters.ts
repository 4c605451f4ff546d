import type { Viewer } from '#app/access/proofs.ts';
import type { CardKind, CardSummary } from './card.ts';

/** Notes on running a card are for those who run sessions, in whichever circle. */
export function mayReadFacilitatorNotes(viewer: Pick<Viewer, 'memberships'>): boolean {
  return viewer.memberships.some(({ role }) => role !== 'member');
}

/** What someone is looking for. Null: anything. */
export interface CardFilters {
  kind: CardKind | null;
  maxMinutes: number | null;
  /** how many will be in the room */
  people: number | null;
  /** the slug of a deck */
  deck: string | null;
  /** the card speaks of every word of it */
  text: string;
}

export const isFiltered = ({ kind, maxMinutes, people, deck, text }: CardFilters) =>
  kind !== null || maxMinutes !== null || people !== null || deck !== null || text !== '';

/** Whether a card is of the kind, length and group that someone is looking for. */
export function fits(card: CardSummary, filters: CardFilters): boolean {
  const { kind, maxMinutes, people, deck } = filters;
  const [fewest, most] = card.people;
  return (
    (kind === null || card.kind === kind) &&
    (maxMinutes === null || card.minutes <= maxMinutes) &&
    (people === null || (fewest <= people && people <= most)) &&
    (deck === null || card.deck === deck)
  );
}
