/** Something somebody was told, its words cut to their beginning. */
export interface ToldBeginning {
  id: number;
  /** null: they are in the circle no more */
  by: string | null;
  mine: boolean;
  told: string;
  will: string;
}

interface AskOnBoard {
  id: number;
  title: string;
  /** the beginning of what it says, as text */
  words: string;
  /** 'YYYY-MM-DD', while that is to come */
  neededBy: string | null;
  /** ISO */
  openedAt: string;
  /** when the session is on whose agenda it stands; ISO */
  startsAt: string | null;
}

/** What one's own ask was answered. */
export interface AnswerToOwn {
  id: number;
  by: string;
  state: 'made' | 'taken' | 'not_now';
  /** 'YYYY-MM-DD', of 'not_now' */
  until: string | null;
  /** the beginning of a time they faced this */
  faced: string;
  setAside: boolean;
  /** of 'not_now': the asker hears on that day */
  remind: boolean;
  /** not yet on the asker's screen */
  fresh: boolean;
  conversation: number | null;
}

export interface OwnAsk extends AskOnBoard {
  answers: AnswerToOwn[];
  /** the names of who asked something first, and waits for an answer */
  questions: string[];
}

export interface OthersAsk extends AskOnBoard {
  by: string;
  /** the names of who has offered */
  offered: string[];
  /** what the reader answered, and until which day it is 'not now' */
  answered: { state: 'made' | 'taken' | 'not_now' | 'withdrawn'; until: string | null } | null;
  /** they asked something first */
  asked: boolean;
}
