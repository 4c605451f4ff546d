import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, listed, numberWord } from '#app/ui/words.ts';
import type { NotAsked } from './rules/capacity.ts';
import type { Reason } from './rules/suggesting.ts';

/**
 * Why somebody cannot be asked, for whoever would ask. What only they know of themselves (that they
 * are full, rest, are out, or blocked somebody) reads the same.
 * @param until the day of a pause, which they chose to say
 */
export function notAskedWords(name: string, reason: NotAsked, until: string | null): string {
  const them = apart(name);
  if (reason === 'oneself') return 'That is you. Ask somebody else.';
  if (reason === 'closed') return `${them}’s account is closed.`;
  if (reason === 'paused' && until) return `${them} takes no more until ${dayOf(until)}.`;
  return `${them} takes no more for now.`;
}

export const helpingChanged =
  'This was saved elsewhere while you were here. Compare, then save again.';

export const PAUSE_IS_OVER = 'Choose a day after today, or leave it empty.';

/** 'Two at once', of how many somebody helps. */
export const atOnceWords = (atOnce: number) =>
  atOnce === 0 ? 'Nobody: I’m out for now' : `${capital(numberWord(atOnce))} at once`;

const reasonWords: Readonly<Record<Exclude<Reason['because'], 'said'>, string>> = {
  faced: 'told you of a time they faced something like it',
  thread: 'wrote in the thread this comes from',
  section: 'wrote about the part of the book this comes from',
  company: 'another company than yours',
  room: 'room for one more',
  'not-lately': 'not asked by you lately',
};

/** 'Said “ask me about” rotas and on-call; another company than yours; room for one more'. */
export const suggestedBecause = (reasons: readonly Reason[]): string =>
  capital(
    reasons
      .map((reason) =>
        reason.because === 'said'
          ? `said “ask me about” ${listed(reason.words.map(apart))}`
          : reasonWords[reason.because],
      )
      .join('; '),
  );
