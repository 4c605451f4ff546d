import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailFacts, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { type CalendarSession, calendarFile } from '#app/sessions/rules/calendar-file.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { capital, countWord } from '#app/ui/words.ts';

/** What a circle has set already, for somebody who joined it. */
interface Says {
  to: Recipient;
  circle: string;
  /** in order; one at least */
  sessions: readonly CalendarSession[];
  /** the recipient's */
  zone: string;
  /** the page of one, or of all of them */
  path: string;
}

export const subject = ({ circle, sessions: [next, ...more], zone }: Says) =>
  `${circle}: we meet ${more.length > 0 ? 'next ' : ''}on ${whenOf(next, zone)}`;

export const attachments = ({ sessions }: Says) => [
  {
    filename: 'sessions.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: calendarFile(...sessions),
  },
];

export function Body({ circle, sessions, zone, path }: Says) {
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
      <EmailSmall>
        {many
          ? 'The attached file puts them into your calendar.'
          : 'The attached file puts it into your calendar.'}
      </EmailSmall>
    </ToMembers>
  );
}

const whenOf = (session: CalendarSession | undefined, zone: string) =>
  session ? dayAndTime(session.startsAt, zone) : '';
