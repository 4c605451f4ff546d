/** The cards with which a session ends. */
const CLOSING_DECK = 'closing-and-commitments';

/** Whether a card is one of those that close a session. */
export const closesSession = ({ deck }: { deck: string | null }) => deck === CLOSING_DECK;

/** The position behind which something new stands: before the cards that close the agenda. */
export function lastBeforeClosing(
  agenda: readonly { deck: string | null; position: number }[],
): number {
  const last = agenda.findLast((item) => !closesSession(item));
  return last?.position ?? 0;
}
