import { dayOf } from '#app/time/words.ts';
import type { Became } from './rules.ts';

export const becameWords: Record<Became, string> = {
  done: 'done',
  tried: 'tried',
  passed: 'passed',
};

export const notSaid = 'not said';

/** '20 November': of a day, without its weekday. */
export const shortly = (day: string, now?: string) => dayOf(day, 'long', now).replace(/^\S+ /, '');

export const saidInAnotherWindow =
  'Something was said of it in another window meanwhile. Look at it, then say it again.';
