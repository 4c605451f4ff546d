import type { BookProposed } from '#app/choosing/commands/propose-book.server.ts';
import { MOST_DAYS_OPEN, MOST_PROPOSALS } from '#app/choosing/rules/choice.ts';
import { apart } from '#app/ui/apart.ts';

/** Why something was not done, in words for the person who tried. */

export const overWords = 'It has closed, so nothing changes any more.';
export const tooFarWords = `Choose a day within ${MOST_DAYS_OPEN} days, or the others forget about it.`;
const notYoursWords = 'Only who proposed a book, or a facilitator, can do that.';
const fullWords = `There are ${MOST_PROPOSALS} books to choose from, and no more fit. One has to be withdrawn first.`;

/** Reasons by field name of the form of a proposal. */
export function proposalWords(
  refused: Exclude<Extract<BookProposed, { ok: false }>, { reason: 'gone' | 'another-first' }>,
): Record<string, string> {
  if (refused.reason === 'proposed-already') {
    const field = refused.by === 'typed' ? 'title' : 'bookId';
    return { [field]: `${apart(refused.title)} is proposed already. You can rank it first.` };
  }
  if (refused.reason === 'no-such-book') {
    return { bookId: 'That book is not in this circle any more. Choose again.' };
  }
  return { '': refused.reason === 'full' ? fullWords : overWords };
}

export const actWords = {
  over: overWords,
  'not-yours': notYoursWords,
  full: fullWords,
  'proposed-already': 'This book was proposed again meanwhile, so it is on the list already.',
} as const;

/** Why a choice was not given another time, by field name. */
export const movedRefusal: Record<
  'too-far' | 'over' | 'another-open' | 'changed-meanwhile',
  Record<string, string>
> = {
  'too-far': { date: tooFarWords },
  over: { '': overWords },
  'another-open': { '': 'Another choice is open by now. Close that one first.' },
  'changed-meanwhile': { '': 'Someone moved it while you did. Nothing is lost: both are here.' },
};

export const rankedMeanwhile =
  'You ranked in another window meanwhile. Nothing is lost: both are here.';

/** Said when a form comes again with another time in it. */
export const openedBefore =
  'This page has opened a choice before, until another time. Open that one to move it.';

/** Said when a form comes again with another book in it. */
export const proposedBefore =
  'This page has proposed a book before, with other words in it. Nothing is lost: both are here.';

export const nothingChosen = 'No book is chosen yet.';
