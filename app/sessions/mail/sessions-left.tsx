import { type CalendarSession, eventOf } from '#app/calendars/rules/calendar-file.server.ts';
import { takenFrom } from '#app/calendars/rules/invitation.server.ts';
import { type CalendarSeries, seriesTakenFrom } from '#app/calendars/rules/series.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To somebody who is in a circle no more, and whose calendar holds its sessions. */
interface Says {
  to: Recipient;
  circle: string;
  /** what they hold; one at least of both */
  sessions: readonly CalendarSession[];
  series: readonly CalendarSeries[];
  /** when their calendar is told */
  at: Date;
}

export const subject = ({ circle }: Says) => `${circle}: its sessions leave your calendar`;

export function invitations({ to, circle: host, sessions, series, at }: Says) {
  const invited = { to, host, answer: null, at };
  return [
    ...series.map((each) => seriesTakenFrom(invited, each, { isOver: false })),
    ...sessions.map((session) => takenFrom(invited, eventOf(session))),
  ];
}

export function Body({ circle, sessions, series }: Says) {
  const many = sessions.length + series.length > 1;
  return (
    <EmailLayout
      preview="You are in the circle no more."
      title={`The sessions of ${circle} leave your calendar`}
      reason={`You get this because you were a member of ${circle}.`}
    >
      <EmailText>
        {many
          ? 'You are in the circle no more. This mail takes the first of its sessions that you had accepted out of your calendar; open what is attached for the others.'
          : 'You are in the circle no more. This mail takes its session out of your calendar.'}
      </EmailText>
    </EmailLayout>
  );
}
