import type { Hours, Quiet } from './rules/hours.ts';
import type { Volume } from './rules/volumes.ts';

export const volumeWords: Readonly<Record<Volume, string>> = {
  everything: 'Everything',
  concerns: 'What concerns me',
  digest: 'A digest',
  nothing: 'Nothing',
};

/** What each means. */
export const volumeMeanings: Readonly<Record<Volume, string>> = {
  everything: 'whatever you haven’t seen here an hour later',
  concerns: 'sessions, choices and answers to you, but not every note',
  digest: 'all of it in one mail, when you choose',
  nothing: 'no mail; it waits in your inbox',
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 'Monday' of 1. */
export const dayName = (day: number) => DAYS[day - 1] ?? '';

/** '8:00' of 480 minutes after midnight. */
export const timeWords = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** 'Fridays at 8:00', 'every day at 18:00'. */
export function digestWords({ days, hour }: Pick<Hours, 'days' | 'hour'>): string {
  const names = days.map((day) => `${dayName(day)}s`);
  const last = names.pop() ?? '';
  const on = names.length > 0 ? `${names.join(', ')} and ${last}` : last;
  return `${days.length === 7 ? 'every day' : on} at ${timeWords(hour * 60)}`;
}

/** '21:00 to 7:30'. */
export const quietWords = (quiet: Quiet | null) =>
  quiet ? `${timeWords(quiet.from)} to ${timeWords(quiet.to)}` : 'none';

export const hoursChanged =
  'These hours were saved elsewhere while you were here. Compare, then save again.';

export const WHAT_COMES = 'Mail comes only for what you haven’t seen here.';
/** the same where none is sent */
export const NO_MAIL_YET = 'No mail leaves this site yet. What you set here holds once it does.';
