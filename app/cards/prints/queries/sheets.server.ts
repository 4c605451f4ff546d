import type { Viewer } from '#app/access/proofs.ts';
import type { Printed } from '#app/cards/prints/addresses.ts';
import { listensOf } from '#app/cards/prints/rules/parts.ts';
import { cardPageFor } from '#app/cards/queries/cards.server.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { mayReadFacilitatorNotes } from '#app/cards/rules/filters.ts';

/** What lies on a table is read by everybody there: nobody's notes are in it. */
const EVERYBODY = { memberships: [] };

export type SheetPage =
  | { state: 'broken' }
  | { state: 'shown'; what: Printed; choices: Printed[]; card: Card };

/**
 * A card to be printed in one of its ways; null where there is no such card, or no such way for
 * this viewer.
 * @param runsIt that the viewer is to run a session with it, whatever their role
 */
export async function sheetFor(
  viewer: Pick<Viewer, 'memberships'>,
  deck: string,
  slug: string,
  { what, runsIt }: { what: Printed; runsIt: boolean },
): Promise<SheetPage | null> {
  const ofAll = await cardPageFor(EVERYBODY, deck, slug);
  if (ofAll?.state !== 'shown') return ofAll;
  const { card } = ofAll;
  const choices: Printed[] = [
    'halves',
    ...(listensOf(card).length > 0 ? (['slips'] as const) : []),
    ...(runsIt || mayReadFacilitatorNotes(viewer) ? (['sheet'] as const) : []),
  ];
  if (!choices.includes(what)) return null;
  const toRun = what === 'sheet' && (await cardPageFor(viewer, deck, slug, { runsIt }));
  return {
    state: 'shown',
    what,
    choices,
    card: toRun && toRun.state === 'shown' ? toRun.card : card,
  };
}

/** Something of an agenda, with its card where it is one that is still in its deck. */
export interface BookletItem {
  id: number;
  title: string;
  minutes: number;
  card: Card | null;
}

interface OnAgenda extends Omit<BookletItem, 'card'> {
  deck: string | null;
  card: string | null;
}

/** @param withNotes for whoever runs it */
export const bookletOf = (
  agenda: readonly OnAgenda[],
  { withNotes }: { withNotes: boolean },
): Promise<BookletItem[]> =>
  Promise.all(
    agenda.map(async ({ id, title, minutes, deck, card }) => {
      const page =
        deck && card ? await cardPageFor(EVERYBODY, deck, card, { runsIt: withNotes }) : null;
      return { id, title, minutes, card: page?.state === 'shown' ? page.card : null };
    }),
  );
