import { type CalendarSession, eventOf } from '#app/calendars/rules/calendar-file.server.ts';
import { invitationTo } from '#app/calendars/rules/invitation.server.ts';
import { type CalendarSeries, seriesTo } from '#app/calendars/rules/series.server.ts';
import { EmailFacts, EmailLink, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
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

/** What their calendar was told of it: see `keepInvited`. */
export interface InvitedAs {
  sequence: number;
  at: Date;
}

export interface InvitationInMail extends SessionInMail {
  /** what they answered to the time it is at */
  answer: ReplyAnswer | null;
  invited: InvitedAs;
}

/** The session for the recipient's calendar. */
export const invitationsOf = ({ to, session, answer, invited }: InvitationInMail) => {
  const { sequence, at } = invited;
  const host = session.circle.name;
  return [invitationTo({ to, host, answer, at }, { ...eventOf(session), sequence })];
};

interface AllInMail {
  to: Recipient;
  circle: string;
  sessions: readonly CalendarSession[];
  /** those that some of them are of */
  series: readonly CalendarSeries[];
  /** when their calendar is told */
  at: Date;
}

/** One for each series, and for each session that is in none: what has one UID is one invitation. */
export function invitationsToAll({ to, circle: host, sessions, series, at }: AllInMail) {
  const invited = { to, host, answer: null, at };
  const told = new Set<string>();
  return sessions.flatMap((session) => {
    const whole = series.find(({ uid }) => uid === session.occurrence?.uid);
    if (!whole) return [invitationTo(invited, eventOf(session))];
    if (told.has(whole.uid)) return [];
    told.add(whole.uid);
    return [seriesTo(invited, whole)];
  });
}
