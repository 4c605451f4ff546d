import { addressOfAsk, addressOfBoard } from '#app/mentoring/addresses.ts';

export const addressOfOutcomes = (circle: string) => `${addressOfBoard(circle)}/outcomes`;
/** What came of one ask, among the others: the page that begins with it. */
export const addressOfLedTo = (circle: string, ask: number) =>
  `${addressOfOutcomes(circle)}?before=${ask + 1}#outcome-${ask}`;
/** Where its text is written, and who reads it is chosen. */
export const addressOfDraft = (ask: number | string) => `${addressOfAsk(ask)}/edit`;
/** Where a draft is kept while it is written. */
export const addressOfKeeping = (ask: number | string) => `${addressOfAsk(ask)}/keeping`;
export const addressOfDiscarding = (ask: number | string) => `${addressOfAsk(ask)}/discarding`;
export const addressOfClosing = (ask: number | string) => `${addressOfAsk(ask)}/closing`;
export const addressOfReopening = (ask: number | string) => `${addressOfAsk(ask)}/reopening`;
