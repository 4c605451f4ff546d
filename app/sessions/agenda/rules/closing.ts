/** The cards with which a session ends. */
const CLOSING_DECK = 'closing-and-commitments';

/** The position behind which something new stands: before the cards that close the agenda. */
export function lastBeforeClosing(
  agenda: readonly { deck: string | null; position: number }[],
): number {
  const last = agenda.findLast(({ deck }) => deck !== CLOSING_DECK);
  return last?.position ?? 0;
}
