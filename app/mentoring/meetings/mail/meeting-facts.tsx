import { invitationTo } from '#app/calendars/rules/invitation.server.ts';
import { type CalendarMeeting, meetingEvent } from '#app/calendars/rules/meeting.server.ts';
import { EmailFacts } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime, elsewhere } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';

/** What a mail about a meeting of two may say: when, where and with whom; never about what. */
export interface MeetingInMail {
  to: Recipient;
  meeting: CalendarMeeting;
  /** the recipient's */
  zone: string;
  /** the other's */
  otherZone: string;
  /** the conversation's page */
  path: string;
  /** that they come: who set the time it is at has said so */
  answer: 'yes' | null;
}

export const REASON = 'You get this because the two of you are talking here.';

/** When it begins, on the recipient's clocks. */
export const whenOf = ({ meeting, zone }: MeetingInMail) =>
  dayAndTime(meeting.startsAt.toISOString(), zone);

export function MeetingFacts({ says }: { says: MeetingInMail }) {
  const { meeting, zone, otherZone } = says;
  const there = elsewhere(meeting.startsAt, zone, otherZone);
  return (
    <EmailFacts
      items={[
        {
          term: 'When',
          value: `${whenOf(says)} (${clockCity(zone)})${there && `; ${there} in ${clockCity(otherZone)}`}`,
        },
        { term: 'Length', value: `${meeting.minutes} minutes` },
        ...(meeting.place ? [{ term: 'Where', value: meeting.place }] : []),
      ]}
    />
  );
}

/** The meeting for the recipient's calendar. @param at when it is sent */
export const invitationsOf = ({ to, meeting, answer }: MeetingInMail, at: Date) => [
  invitationTo({ to, host: null, answer, at }, meetingEvent(meeting)),
];
