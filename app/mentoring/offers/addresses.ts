import { addressOfAsk } from '#app/mentoring/addresses.ts';

/** The three answers to an ask, each on a page of its own. */
export const addressOfAnswer = (ask: number | string, answer: 'offer' | 'not-now' | 'question') =>
  `${addressOfAsk(ask)}/${answer}`;
export const addressOfWithdrawal = (ask: number | string) => `${addressOfAsk(ask)}/withdrawal`;
/** What its asker does with an offer. */
export const addressOfOffer = (
  ask: number | string,
  offer: number | string,
  act: 'taking' | 'setting-aside' | 'reminding',
) => `${addressOfAsk(ask)}/offers/${offer}/${act}`;
export const addressOfAnswerTo = (ask: number | string, question: number | string) =>
  `${addressOfAsk(ask)}/questions/${question}/answer`;
/** Where a button of a mail leads; nobody has to sign in there. */
export const addressOfAnswerLink = (token: string) => `/answer/${token}`;
