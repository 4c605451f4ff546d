import { EmailFacts, EmailLink, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { type CalendarSession, calendarFile } from '#app/sessions/rules/calendar-file.server.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { dayAndTime, elsewhere } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';

/** What a mail about a session may say: when and where. What is talked about stays on the page. */
export interface SessionInMail {
  to: Recipient;
  session: CalendarSession;
  /** the recipient's */
  zone: string;
  circleZone: string;
  /** who runs it; null for nobody yet */
  facilitator: string | null;
  /** the session's page */
  path: string;
  /** where each answer leads; null once it can't be answered */
  replies: Record<ReplyAnswer, string> | null;
}

/** When it begins, on the recipient's clocks. */
export const whenOf = ({ session, zone }: SessionInMail) =>
  dayAndTime(session.startsAt.toISOString(), zone);

export function SessionFacts({ says }: { says: SessionInMail }) {
  const { session, zone, circleZone, facilitator } = says;
  const when = whenOf(says);
  const there = elsewhere(session.startsAt, zone, circleZone);
  return (
    <EmailFacts
      items={[
        {
          term: 'When',
          value: `${when} (${clockCity(zone)})${there && `; ${there} in ${clockCity(circleZone)}`}`,
        },
        { term: 'Length', value: `${session.minutes} minutes` },
        ...(session.place ? [{ term: 'Where', value: session.place }] : []),
        ...(facilitator ? [{ term: 'Runs it', value: facilitator }] : []),
      ]}
    />
  );
}

/** Each answer in one click, and one more press on the page it leads to. */
export function ReplyLinks({ replies }: Pick<SessionInMail, 'replies'>) {
  if (!replies) return null;
  return (
    <EmailText>
      Answer from here, without signing in: <EmailLink href={replies.yes}>I’m coming</EmailLink> ·{' '}
      <EmailLink href={replies.maybe}>Maybe</EmailLink> ·{' '}
      <EmailLink href={replies.no}>I can’t</EmailLink>
    </EmailText>
  );
}

/** The session for the recipient's calendar. */
export const calendarOf = ({ session }: SessionInMail) => [
  {
    filename: 'session.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: calendarFile(session),
  },
];
