import { addressOfConversation } from '#app/mentoring/addresses.ts';

/** The page of the conversation that holds a note, scrolled to it. */
export const addressOfLine = (conversation: number, note: number) =>
  `${addressOfConversation(conversation)}?at=${note}#note-${note}`;
export const addressOfScript = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/script`;
/** Where each of the two says what came of it. */
export const addressOfOutcome = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/outcome`;
/** Where one says that something isn’t right. */
export const addressOfTrouble = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/trouble`;
export const addressOfHandingOver = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/report`;
