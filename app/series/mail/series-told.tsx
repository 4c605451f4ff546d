import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import { type CalendarSeries, seriesTo } from '#app/calendars/rules/series.server.ts';
import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailFacts, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime, dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';

/** What was done with a series. refitted: it ends with the book, which ends on another day now. */
export type SeriesTold = 'begun' | 'changed' | 'ended' | 'resumed' | 'refitted';

interface Says {
  to: Recipient;
  circle: string;
  what: SeriesTold;
  /** why it ended */
  word: string;
  by: string;
  /** 'Every second Tuesday, 17:30 (Madrid)' */
  recurs: string;
  title: string;
  minutes: number;
  place: string;
  /** who runs each; null for whoever does then */
  facilitator: string | null;
  /** the last day there may be one, 'YYYY-MM-DD', also where that is a book’s; null for no end */
  until: string | null;
  /** those to come, in order, the cancelled ones too */
  sessions: readonly CalendarSession[];
  /** the series as calendars are told it, and when theirs is */
  series: CalendarSeries;
  /** the one that it goes on with, which ends where it begins; null for none */
  before: CalendarSeries | null;
  at: Date;
  /** the recipient's */
  zone: string;
  /** the series' page */
  path: string;
}

const asInside = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

export const subject = ({ circle, what, recurs }: Says) => {
  const said = {
    begun: `we meet ${asInside(recurs)}`,
    changed: `we now meet ${asInside(recurs)}`,
    ended: `we no longer meet ${asInside(recurs)}`,
    resumed: `we meet ${asInside(recurs)} after all`,
    refitted: 'the sessions end with the book, on another day now',
  }[what];
  return `${circle}: ${said}`;
};

export const invitations = ({ to, circle: host, series, before, at }: Says) =>
  [series, before]
    .filter((one) => one !== null)
    .map((one) => seriesTo({ to, host, answer: null, at }, one));

export function Body(says: Says) {
  const { circle, what, by, word, recurs, title, minutes, place, facilitator, until } = says;
  const { zone, path, sessions, before } = says;
  const held = sessions.filter(({ cancelled }) => !cancelled);
  const [next] = held;
  // A book that ends early may leave none to come.
  const goesOn = what !== 'ended' && (what !== 'refitted' || next !== undefined);
  const when = (session: CalendarSession) =>
    `${dayAndTime(session.startsAt, zone)} (${clockCity(zone)})`;
  const called = title ? `, “${title}”` : '';
  const words = {
    begun: {
      title: `${circle} meets ${asInside(recurs)}`,
      text: `${by} set sessions that recur${called}. You say for each whether you come.`,
    },
    changed: {
      title: `${circle} now meets ${asInside(recurs)}`,
      text: `${by} changed the sessions to come${called}. An answer you gave to one that moved was for the old time.`,
    },
    ended: {
      title: `${circle} no longer meets ${asInside(recurs)}`,
      text: `${by} ended the series${called}; the sessions to come are off.${word ? ` ${by === 'You' ? 'You' : 'They'} say: ${word}` : ''}`,
    },
    resumed: {
      title: `${circle} meets ${asInside(recurs)} after all`,
      text: `${by} took the end of the series back. What you had answered counts again.`,
    },
    refitted: {
      title: 'The book ends on another day, and the sessions with it',
      text:
        next && until
          ? `There are sessions until ${dayOf(until)} now.`
          : 'No session with it is to come any more.',
    },
  }[what];
  const facts = [
    ...(next ? [{ term: what === 'begun' ? 'First' : 'Next', value: when(next) }] : []),
    { term: 'Length', value: `${minutes} minutes` },
    ...(place ? [{ term: 'Where', value: place }] : []),
    ...(facilitator ? [{ term: 'Runs them', value: facilitator }] : []),
    ...(until ? [{ term: 'Until', value: dayOf(until) }] : []),
  ];
  return (
    <ToMembers circle={circle} preview={words.text} title={words.title}>
      <EmailText>{words.text}</EmailText>
      {goesOn && <EmailFacts items={facts} />}
      <EmailButton href={absolute(path)}>See the series</EmailButton>
      <EmailSmall>
        {!goesOn
          ? 'This mail takes those that were to come out of your calendar.'
          : 'Accept the invitation in your calendar: it is for all of them, and follows what changes.'}
        {before && ' Open the attached file, too: it ends what was in your calendar before.'}
      </EmailSmall>
    </ToMembers>
  );
}
