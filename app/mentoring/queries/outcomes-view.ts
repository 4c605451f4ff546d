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
