/** What came of an ask, as its circle reads it. */
export interface OutcomeView {
  /** of the ask */
  id: number;
  title: string;
  /** what was done, sanitised HTML; '' where neither said it */
  html: string;
  /** 'Rui thanks Hanne', 'You asked, Hanne helped' */
  who: string;
  /** the asker's name, for their mark; null for who is there no more */
  asker: string | null;
  /** ISO */
  at: string;
}

/** The same, in one line where the ask came from. */
export interface LedTo {
  to: string;
  /** 'This page led to' */
  words: string;
  /** the ask's */
  title: string;
  who: string;
}
