import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import type { AskState, ClosedAs } from '#app/mentoring/asks/rules/ask.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';

export interface Somebody {
  name: string;
  /** the address of their picture */
  picture: string | null;
}

/** What is the same of an ask for whoever reads it. Moments are ISO strings, days YYYY-MM-DD. */
export interface AskRead {
  id: number;
  title: string;
  /** sanitised; '' for a reader whom it tells no more than that it is closed */
  html: string;
  neededBy: string | null;
  state: AskState;
  closedAs: ClosedAs | null;
  version: number;
  openedAt: string;
  closedAt: string | null;
  source: AskSource | null;
}

/** What the viewer answered. */
export interface MyAnswer {
  id: number;
  state: OfferState;
  version: number;
  faced: string;
  facedHtml: string;
  until: string | null;
  setAside: boolean;
  conversationId: number | null;
}

/** “Tell me more first”, with what its asker answered. */
export interface AskQuestion extends Somebody {
  id: number;
  html: string;
  at: string;
  answerHtml: string | null;
}

/** An ask to its reader, and what they answered. */
export interface AskToAnswer extends AskRead {
  asker: Somebody;
  /** to them alone */
  direct: boolean;
  /** those it went to that they are in */
  circles: { slug: string; name: string }[];
  /** where it takes no answer of theirs: it is closed, or its circle is at rest */
  shut: boolean;
  mine: MyAnswer | null;
  questions: AskQuestion[];
}

/** What somebody answered, as the asker sees it. */
export interface OfferToMe extends Somebody {
  id: number;
  state: Exclude<OfferState, 'none'>;
  facedHtml: string;
  until: string | null;
  remind: boolean;
  setAside: boolean;
  /** not yet on the asker's screen */
  fresh: boolean;
  /** they may be had still */
  there: boolean;
  conversationId: number | null;
}

/** Somebody asked alone who has not answered. */
export interface Unanswered {
  name: string;
  at: string;
  /** when they heard once more, and when the asker heard of it */
  nudgedAt: string | null;
  unansweredAt: string | null;
  /** it reaches them no more: they left, or closed their account */
  away: boolean;
}

/** An ask to its asker, with all that was answered. */
export interface MyAsk extends AskRead {
  offers: OfferToMe[];
  questions: AskQuestion[];
  unanswered: Unanswered[];
  /** the circles and sessions' circles it went to, and how many of “ask me about” */
  circles: string[];
  fitting: number;
}
