import { type Capacity, canBeAsked } from './capacity.ts';
import { plain, tellingWords, wordsThatFit } from './telling-words.ts';

/** Somebody who could be asked, and what their asker may read of them. */
export interface Candidate {
  personId: number;
  name: string;
  company: string;
  askMeAbout: string;
  capacity: Capacity;
  /** wrote in the thread that the ask comes from */
  wroteInThread: boolean;
  /** wrote about the section that it comes from */
  wroteOfSection: boolean;
  /** what earlier asks of the asker said, to which they answered with a time they faced it */
  facedBefore: readonly string[];
  /** the asker asked them within a month */
  askedLately: boolean;
}

/** Why somebody is suggested; `said`: their own words that fit. */
export type Reason =
  | { because: 'said'; words: readonly string[] }
  | { because: 'thread' | 'section' | 'faced' | 'company' | 'room' | 'not-lately' };

export interface Suggestion {
  personId: number;
  name: string;
  reasons: readonly Reason[];
}

export const MOST_SUGGESTED = 5;
const MOST_WORDS = 3;

/** How much each says for somebody. What everybody suggested has says nothing. */
const WEIGHT: Readonly<Record<Reason['because'], number>> = {
  ...{ said: 3, thread: 6, faced: 6, section: 4 },
  ...{ company: 2, 'not-lately': 1, room: 0 },
};

/** These are no reason by themselves. */
const ALONE_NOT_ENOUGH = new Set<Reason['because']>(['room', 'not-lately']);

interface Asked {
  /** its title and text */
  text: string;
  /** the asker's own */
  company: string;
}

/**
 * Who might help with an ask, the likeliest first; equals by name, then by who is here longest. Whom
 * nothing may suggest to the asker is no candidate, and who cannot be asked now is left out.
 */
export function suggest(
  { text, company }: Asked,
  candidates: readonly Candidate[],
  now: Date,
): Suggestion[] {
  const asked = tellingWords(text);
  return candidates
    .filter(({ capacity }) => canBeAsked(capacity, now).ok)
    .map((one) => ({ ...one, reasons: reasonsFor(one, asked, company) }))
    .filter(({ reasons }) => reasons.some(({ because }) => !ALONE_NOT_ENOUGH.has(because)))
    .sort((a, b) => weightOf(b) - weightOf(a) || byName(a.name, b.name) || a.personId - b.personId)
    .slice(0, MOST_SUGGESTED)
    .map(({ personId, name, reasons }) => ({ personId, name, reasons }));
}

function reasonsFor(one: Candidate, asked: readonly string[], company: string): Reason[] {
  const words = wordsThatFit(asked, one.askMeAbout).slice(0, MOST_WORDS);
  const isLike = (before: string) => wordsThatFit(asked, before).length >= 2;
  const reasons: (Reason | false)[] = [
    words.length > 0 && { because: 'said', words },
    one.facedBefore.some(isLike) && { because: 'faced' },
    one.wroteInThread && { because: 'thread' },
    one.wroteOfSection && !one.wroteInThread && { because: 'section' },
    isElsewhere(one.company, company) && { because: 'company' },
    { because: 'room' },
    !one.askedLately && { because: 'not-lately' },
  ];
  return reasons.filter((reason) => reason !== false);
}

const weightOf = ({ reasons }: { reasons: readonly Reason[] }) =>
  reasons.reduce(
    (sum, reason) =>
      sum + WEIGHT[reason.because] * (reason.because === 'said' ? reason.words.length : 1),
    0,
  );

/** Whether both say where they work, and it is not the same: case, points and spaces aside. */
function isElsewhere(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => plain(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));
  return Boolean(a && b) && a !== b;
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
