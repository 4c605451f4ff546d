import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailFacts, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { type CalendarSession, calendarFile } from '#app/sessions/rules/calendar-file.server.ts';
import { clocksTitle } from '#app/sessions/words.ts';
import { dayAndTime, timeBeside } from '#app/time/words.ts';
import { clockCity, isSameZone } from '#app/time/zones.ts';
import { capital, countWord } from '#app/ui/words.ts';

/** Sessions that keep their time on the wall where it was set, and have another elsewhere. */
interface Says {
  to: Recipient;
  circle: string;
  /** in order; one at least. `setIn`: whose clocks each was set by */
  sessions: readonly (CalendarSession & { setIn: string })[];
  /** the recipient's */
  zone: string;
  /** the page of one, or of all of them */
  path: string;
}

/** So many are named; the file holds all. */
const MOST_NAMED = 12;

const titleOf = ({ sessions }: Says) => clocksTitle(sessions.map(({ setIn }) => setIn));

export const subject = (says: Says) => `${says.circle}: ${titleOf(says)}`;

export const attachments = ({ sessions }: Says) => [
  {
    filename: 'sessions.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: calendarFile(...sessions),
  },
];

export function Body(says: Says) {
  const { circle, sessions, zone, path } = says;
  const many = sessions.length > 1;
  const named = sessions.slice(0, MOST_NAMED);
  const rest = sessions.length - named.length;
  const areHere = sessions.every(({ setIn }) => isSameZone(setIn, zone));
  const keeps = many
    ? `${capital(countWord(sessions.length))} sessions that were set by them keep their time there`
    : 'A session that was set by them keeps its time there';
  return (
    <ToMembers
      circle={circle}
      preview={many ? 'When we meet, by the new rules.' : 'When we meet, by the new rule.'}
      title={titleOf(says)}
    >
      <EmailText>
        {areHere
          ? `${keeps}, which is yours. In calendars that knew the old rules ${many ? 'they' : 'it'} may have slipped.`
          : `${keeps}. On other clocks ${many ? 'they are' : 'it is'} at another time than it was:`}
      </EmailText>
      <EmailFacts
        items={named.map(({ startsAt, setIn, title }) => ({
          term: `${dayAndTime(startsAt, zone)} (${clockCity(zone)})`,
          value: [
            isSameZone(setIn, zone)
              ? 'as it was set'
              : `${timeBeside(startsAt, setIn, zone)} in ${clockCity(setIn)}`,
            ...(title ? [title] : []),
          ].join(' · '),
        }))}
      />
      {rest > 0 && <EmailText>{`And ${countWord(rest)} more.`}</EmailText>}
      <EmailText>
        What you answered still holds. If the hour suits you no more, change it there.
      </EmailText>
      <EmailButton href={absolute(path)}>
        {many ? 'See the sessions' : 'See the session'}
      </EmailButton>
      <EmailSmall>
        {many
          ? 'The attached file moves them in your calendar.'
          : 'The attached file moves it in your calendar.'}
      </EmailSmall>
    </ToMembers>
  );
}
