import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import type { CalendarSeries } from '#app/calendars/rules/series.server.ts';
import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailFacts, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { capital, countWord } from '#app/ui/words.ts';
import { invitationsToAll } from './session-facts.tsx';

/** What a circle has set already, for somebody who joined it. */
interface Says {
  to: Recipient;
  circle: string;
  /** in order; one at least */
  sessions: readonly CalendarSession[];
  /** those that some of them are of */
  series: readonly CalendarSeries[];
  /** the recipient's */
  zone: string;
  /** the page of one, or of all of them */
  path: string;
  /** when their calendar is told */
  at: Date;
}

export const subject = ({ circle, sessions: [next, ...more], zone }: Says) =>
  `${circle}: we meet ${more.length > 0 ? 'next ' : ''}on ${whenOf(next, zone)}`;

export const invitations = invitationsToAll;

export function Body({ circle, sessions, series, zone, path }: Says) {
  const [next] = sessions;
  const many = sessions.length > 1;
  const set = many ? `${countWord(sessions.length)} sessions are set` : 'a session is set';
  return (
    <ToMembers
      circle={circle}
      preview={`We meet ${many ? 'next ' : ''}on ${whenOf(next, zone)}.`}
      title={`${capital(set)} in ${circle}`}
    >
      <EmailText>
        {many
          ? `Before you joined, these were set. The times are ${clockCity(zone)}’s.`
          : `Before you joined, this one was set. The time is ${clockCity(zone)}’s.`}
      </EmailText>
      <EmailFacts
        items={sessions.map((session) => ({
          term: whenOf(session, zone),
          value: [session.title, session.place].filter(Boolean).join(' · ') || 'No place yet',
        }))}
      />
      <EmailButton href={absolute(path)}>
        {many ? 'See the sessions' : 'See the session'}
      </EmailButton>
      <EmailSmall>{acceptWords(countOf(sessions, series))}</EmailSmall>
    </ToMembers>
  );
}

const countOf = (sessions: readonly CalendarSession[], series: readonly CalendarSeries[]) =>
  sessions.filter(({ occurrence }) => !occurrence).length + series.length;

const acceptWords = (many: number) =>
  many > 1
    ? 'Accept the invitation in your calendar. This mail has the first; the others are attached.'
    : 'Accept the invitation in your calendar, and it follows what changes.';

const whenOf = (session: CalendarSession | undefined, zone: string) =>
  session ? dayAndTime(session.startsAt, zone) : '';
