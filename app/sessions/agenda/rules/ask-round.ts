/** The recipe of a round in which everybody asks, as agendas know it. */

export const ROUND_DECK = 'ask-round';
/** The cards of that deck, in the order in which they are held. */
export const ROUND_CARDS = ['one-ask-each', 'read-round', 'who-helps-whom'] as const;

/** Whether a card of the recipe is on an agenda: then the session is held as a round. */
export const holdsRound = (agenda: readonly { deck: string | null }[]) =>
  agenda.some(({ deck }) => deck === ROUND_DECK);
