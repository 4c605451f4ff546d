import type { WeekState } from './rules/week.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 'Monday' of 1. */
export const dayName = (day: number) => DAYS[day - 1] ?? '';

export const hourWords = (hour: number) => `${hour}:00`;

/** 'on Tuesdays at 9:00', 'every other Tuesday at 9:00'. */
export const rhythmWords = ({
  weekday,
  hour,
  everyWeeks,
}: {
  weekday: number;
  hour: number;
  everyWeeks: number;
}) =>
  everyWeeks === 1
    ? `on ${dayName(weekday)}s at ${hourWords(hour)}`
    : `every other ${dayName(weekday)} at ${hourWords(hour)}`;

/** What became of a week, as its person reads it: no blame in any. */
export const stateWords: Readonly<Record<WeekState, string>> = {
  open: 'Nobody yet',
  planned: 'Planned',
  asked: 'You asked',
  answered: 'They answered',
  no_reply: 'No reply yet',
  let_go: 'Let go',
  skipped: 'A week without',
};

/** 'When I next see Dan, I will ask what he hears when I remind him.' */
export const sentenceOf = ({ when, will }: { when: string; will: string }) =>
  `When ${when}, I will ${ended(will)}`;

/** A sentence ends once. */
export const ended = (words: string) => (/[.!?…。？！]["”’)]*$/u.test(words) ? words : `${words}.`);

export const SLOWED = 'Two weeks went by without one, so this comes every other week now.';

export const whyNotPlanned = {
  'not-there': 'They are not on this list any more. You can still write their name.',
  changed: 'This was saved elsewhere while you wrote. Compare, then save again.',
  over: 'You have said already what became of this one. Take that back first, below.',
  past: 'That moment is over. Choose a later one, or none.',
} as const;

export const rhythmChanged =
  'This was saved elsewhere while you were here. Compare, then save again.';
