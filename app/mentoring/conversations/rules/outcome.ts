/** What came of a conversation. Without imports: views use it in the browser. */

export type Helped = 'yes' | 'partly' | 'no';

export const DID_MAX = 2000;
export const THANKS_MAX = 280;

/** So many days after a conversation was opened both are asked what came of it. */
export const ASKED_AFTER_DAYS = 7;

/** It stands where the ask came from only while both wish it. */
export const isShared = (
  mine: { share: boolean } | null,
  theirs: { share: boolean } | null,
): boolean => Boolean(mine?.share && theirs?.share);
