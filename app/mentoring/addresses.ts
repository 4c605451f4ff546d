import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfNewThread } from '#app/discussions/addresses.ts';

/** Where things of this room are, for links and redirects. `circle` is its slug. */

/** The viewer's: drafts, what they ask, what they are asked, their conversations. */
export const ASKS = '/asks';
export const HELPING = '/account/helping';
/** Ends a rest. */
export const BACK = `${HELPING}/back`;
export const APART = '/account/apart';
export const addressOfTakingOff = (entry: number | string) => `${APART}/${entry}/removal`;
export const addressOfPuttingBack = (entry: number | string) => `${APART}/${entry}/return`;
export const addressOfBlockLifting = (person: number | string) =>
  `${APART}/blocks/${person}/lifting`;
export const WEEK = '/week';
export const GIVING = '/giving';
export const SEASON_QUESTION = `${GIVING}/question`;

/** The circle's board. */
export const addressOfBoard = (circle: string) => `${addressOfCircle(circle)}/asks`;
export const addressOfOutcomes = (circle: string) => `${addressOfBoard(circle)}/outcomes`;
/** What came of one ask, among the others: the page that begins with it. */
export const addressOfLedTo = (circle: string, ask: number) =>
  `${addressOfOutcomes(circle)}?before=${ask + 1}#outcome-${ask}`;

/** What an ask comes from, as the address of a new one says it. A passage is a note's quotation. */
export type SourceInAddress =
  | { note: number }
  | { passage: number }
  | { takeaway: { reading: number; person: number } }
  | { card: { deck: string; slug: string } };

/** @param circle null where it is begun in none */
export function addressOfNewAsk(circle: string | null, source?: SourceInAddress): string {
  const said = new URLSearchParams(circle === null ? {} : { circle });
  if (source && 'note' in source) said.set('note', String(source.note));
  if (source && 'passage' in source) said.set('passage', String(source.passage));
  if (source && 'takeaway' in source) {
    said.set('takeaway', `${source.takeaway.reading}-${source.takeaway.person}`);
  }
  if (source && 'card' in source) said.set('card', `${source.card.deck}/${source.card.slug}`);
  return `${ASKS}/new${said.size > 0 ? `?${said}` : ''}`;
}

/** Begins one that goes to somebody of that circle alone. */
export const addressOfAskTo = (circle: string, person: number) =>
  `${addressOfNewAsk(circle)}&to=person-${person}`;

export const addressOfAsk = (ask: number | string) => `${ASKS}/${ask}`;
/** Where its text is written, and who reads it is chosen. */
export const addressOfDraft = (ask: number | string) => `${addressOfAsk(ask)}/edit`;

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

export const CONVERSATIONS = '/conversations';
export const addressOfConversation = (conversation: number | string) =>
  `${CONVERSATIONS}/${conversation}`;

/** The round of asks of a session. */
export const addressOfRound = (circle: string, session: number | string) =>
  `${addressOfCircle(circle)}/sessions/${session}/asks`;

/** What members were told, and what they will do with it. */
export const addressOfTold = (circle: string) => `${addressOfCircle(circle)}/told`;

/** Where a draft is kept while it is written. */
export const addressOfKeeping = (ask: number | string) => `${addressOfAsk(ask)}/keeping`;
export const addressOfDiscarding = (ask: number | string) => `${addressOfAsk(ask)}/discarding`;
export const addressOfClosing = (ask: number | string) => `${addressOfAsk(ask)}/closing`;
export const addressOfReopening = (ask: number | string) => `${addressOfAsk(ask)}/reopening`;
export const addressOfNewTold = (circle: string) => `${addressOfTold(circle)}/new`;
export const addressOfOneTold = (circle: string, told: number | string) =>
  `${addressOfTold(circle)}/${told}`;
export const addressOfToldRestoration = (circle: string, told: number | string) =>
  `${addressOfOneTold(circle, told)}/restoration`;
/** Where a thread is begun with the words of it. */
export const addressOfTalkAboutTold = (circle: string, told: number) =>
  `${addressOfNewThread(circle)}?told=${told}`;
/** The page of the conversation that holds a note, scrolled to it. */
export const addressOfLine = (conversation: number, note: number) =>
  `${addressOfConversation(conversation)}?at=${note}#note-${note}`;
export const addressOfMeeting = (conversation: number | string, meeting: number | string) =>
  `${addressOfConversation(conversation)}/meetings/${meeting}`;
/** What somebody handed over of a conversation. */
export const addressOfReport = (report: number | string) => `/reports/${report}`;
export const addressOfNewMeeting = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/meetings/new`;
export const addressOfScript = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/script`;
/** Where each of the two says what came of it. */
export const addressOfOutcome = (conversation: number | string) =>
  `${addressOfConversation(conversation)}/outcome`;

/** One week of the viewer: whom they ask, and what became of it. */
export const addressOfWeek = (week: number | string) => `${WEEK}/${week}`;
export const addressOfResult = (week: number | string) => `${addressOfWeek(week)}/result`;
