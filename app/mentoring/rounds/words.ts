import type { Unshowable } from '#app/mentoring/asks/rows/rendered.server.ts';
import { dayIn, daysAhead } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord, listed, plural } from '#app/ui/words.ts';
import type { Helping } from './queries/round-view.ts';

/** 'We all ask on Tuesday', 'We all ask today', or with its date where it is more than a week off. */
export function roundTitle(startsAt: string, { now, zone }: { now: string; zone: string }): string {
  const away = daysAhead(startsAt, now, zone);
  if (away === 0) return 'We all ask today';
  const day = dayIn(startsAt, zone, now);
  return `We all ask on ${away > 0 && away < 7 ? (day.split(' ')[0] ?? day) : day}`;
}

export const aboutRounds =
  'An ask round, half an hour. Each writes one ask beforehand, they are read round, and offers are made on the spot. Everybody brings one, so it costs nobody anything. Its cards go on the agenda, and everyone else is told.';

export const whyNotSet = { full: 'The agenda is full. Take something off it, then set the round.' };

/** 'Three of seven are written' */
export function writtenWords(written: number, people: number): string {
  if (written === 0) return 'None is written yet';
  if (written >= people) return people === 1 ? 'It is written' : 'All are written';
  return `${capital(countWord(written))} of ${countWord(people)} ${plural(written, 'is', 'are')} written`;
}

export const unreadBefore = 'nobody reads them before';

const GONE = 'somebody who was here';

/** 'Rui helps Elif', 'Rui can help Elif' */
export const helpingWords = ({ helper, asker, taken }: Omit<Helping, 'askId'>) =>
  capital(
    `${helper === null ? GONE : apart(helper)} ${taken ? 'helps' : 'can help'} ${asker === null ? GONE : apart(asker)}`,
  );

/** 'Rui and Noor can help.' */
export const offeredWords = (names: readonly string[]) => `${listed(names.map(apart))} can help.`;

/** What a form that writes for a round is refused with, by its field. */
export function whyNotWritten(
  reason: 'gone' | 'closed' | 'sent' | 'drafts' | Unshowable,
): Record<string, string> {
  switch (reason) {
    case 'gone':
      return { '': 'There is no round at this session any more. Your text is kept here.' };
    case 'closed':
      return { '': 'The round is over, or the session is off. Your text is kept here.' };
    case 'sent':
      return { '': 'Yours is out already. Change it on its own page.' };
    case 'drafts':
      return { '': 'You have as many drafts as are kept. Send or discard one, then keep this.' };
    case 'tangled':
      return { body: 'This is nested too deeply to show. Make it simpler, then send it again.' };
    case 'busy':
      return { body: 'It could not be read just now. It is kept here; send it again in a moment.' };
  }
}

export const changedMeanwhile =
  'This was changed in another window meanwhile. What is saved stands above; yours is kept below.';
