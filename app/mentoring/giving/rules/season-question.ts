/** What somebody did in one season: asks they sent, offers they made, people they helped. */
export interface InSeason {
  asked: number;
  offered: number;
  helped: number;
}

/** The one question at the end of a season. */
export type SeasonQuestion = 'what-not-asked' | 'what-to-offer';

/** By what was the case; null where neither fits. */
export function seasonQuestion({ asked, offered, helped }: InSeason): SeasonQuestion | null {
  if (helped > 0 && asked === 0) return 'what-not-asked';
  if (asked > 0 && helped === 0 && offered === 0) return 'what-to-offer';
  return null;
}

/** So much of a season is counted; what is more is not said. */
export const COUNTED = 40;
/** What “ask me about” holds. */
export const ASK_ME_MAX = 500;
export const ANSWER_MAX = 200;
