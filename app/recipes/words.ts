import { durationWords } from '#app/cards/words/groups.ts';
import { agendaClosed, agendaFull } from '#app/sessions/agenda/words.ts';
import { plural } from '#app/ui/words.ts';
import type { FitChange } from './rules/fit.ts';
import type { NotAgain } from './rules/on-agenda.ts';

/** What a refused form says. */
export const refusedWords = {
  closed: agendaClosed,
  full: agendaFull,
  'no-such-recipe': 'There is no such recipe any more. Choose another.',
  'changed-meanwhile':
    'Somebody changed this session meanwhile. This is how it is now: look again, and put it on.',
  'no-time': 'There is no time for it any more. Choose another, or make the session longer.',
} as const;

/** What is said of one change: the item’s name goes between `before` and `after`. */
interface Said {
  before: string;
  item: string;
  after: string;
}

const minutes = (n: number) => `${n} ${plural(n, 'minute', 'minutes')}`;

/** 'Leaves out', *What became of it*, ': the longest that is not the heart of it.' */
export function changeWords(change: FitChange): Said {
  const { item } = change;
  if (change.change === 'shorter') {
    const { step, from, minutes: now, turn } = change;
    const what = step === item ? ` takes ${minutes(now)}` : `: “${step}” takes ${minutes(now)}`;
    const each = turn === null ? '' : `, ${durationWords(turn)} a turn`;
    return { before: '', item, after: `${what}, not ${from}${each}.` };
  }
  const after = {
    longest: ': the longest that is not the heart of it.',
    opener: ': there is no time to open with it.',
    closing: ': there is no time to close with it.',
  }[change.why];
  return { before: 'Leaves out ', item, after };
}

export function notAgainWords({ item, why }: NotAgain): Said {
  const after =
    why === 'on-it' ? ' is on the agenda already.' : ' is left out: the agenda closes already.';
  return { before: '', item, after };
}

/** '51 of 60 minutes, with the time to move; 9 to spare' */
export const timeWords = ({ takes, left }: { takes: number; left: number }) =>
  `${takes} of ${takes + left} minutes, with the time to move; ${left} to spare`;
