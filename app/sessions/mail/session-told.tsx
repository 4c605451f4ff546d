import { type CalendarSeries, seriesTo } from '#app/calendars/rules/series.server.ts';
import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import { dayAndTime } from '#app/time/words.ts';
import {
  type InvitationInMail,
  invitationsOf,
  ReplyLinks,
  SessionFacts,
  whenOf,
} from './session-facts.tsx';

/** A session was scheduled, takes place after all, or has another time, length or place. */
export type SessionTold =
  | { what: 'scheduled' }
  /** its cancellation was taken back */
  | { what: 'restored' }
  /** to another time; `was` (ISO) is when it was to be before */
  | { what: 'moved'; was: string }
  /** of another length or at another place */
  | { what: 'changed' };

interface Says extends InvitationInMail {
  told: SessionTold;
  /** it has not begun */
  canReply: boolean;
  by: string;
  /** the one it is of, where calendars are told that as a whole */
  series?: CalendarSeries | null;
}

const SEE = 'See the session';

const subjects = {
  scheduled: (when: string) => when,
  restored: (when: string) => `on after all, ${when}`,
  moved: (when: string) => `now ${when}`,
  changed: (when: string) => `changed, ${when}`,
};

export const subject = (says: Says) =>
  `${says.session.circle.name}: ${subjects[says.told.what](whenOf(says))}`;

export const invitations = ({ series, ...says }: Says) => {
  const { to, session, invited } = says;
  const whole = { to, host: session.circle.name, answer: null, at: invited.at };
  return series ? [seriesTo(whole, series)] : invitationsOf(says);
};

export function Body(says: Says) {
  const { session, told, by, path, canReply } = says;
  const circle = session.circle.name;
  // Where the mail has links to answer by, its page is not another way to do so.
  const asks = canReply && !says.replies;
  const when = whenOf(says);
  const was = told.what === 'moved' ? dayAndTime(told.was, says.zone) : '';
  const called = session.title ? `, “${session.title}”` : '';
  const words = {
    scheduled: {
      title: `${circle} meets on ${when}`,
      preview: `${by} scheduled a session.${canReply ? ' Will you come?' : ''}`,
      text: `${by} scheduled a session${called}.`,
      button: asks ? 'Say whether you’re coming' : SEE,
      small: 'Accept the invitation in your calendar, and it moves there when the session does.',
    },
    restored: {
      title: `${circle} meets on ${when} after all`,
      preview: `${by} took the cancellation back.`,
      text: `${by} took the cancellation back: the session${called} takes place.`,
      button: SEE,
      small:
        'Accept the invitation, and it is in your calendar again. What you had answered counts.',
    },
    moved: {
      title: `${circle} now meets on ${when}`,
      preview: `It was to be on ${was}.${canReply ? ' Can you come then?' : ''}`,
      text: `${by} moved the session${called}. It was to be on ${was}.`,
      button: asks ? 'Say whether you can come then' : SEE,
      small: 'Accept the new time in your calendar, too. An answer you gave was for the old one.',
    },
    changed: {
      title: `${circle} still meets on ${when}`,
      preview: 'The length or the place is another.',
      text: `${by} changed the length or the place of the session${called}. The time stays.`,
      button: SEE,
      small: 'Accept the change in your calendar, too.',
    },
  }[told.what];
  return (
    <ToMembers circle={circle} preview={words.preview} title={words.title}>
      <EmailText>{words.text}</EmailText>
      <SessionFacts says={says} />
      {told.what !== 'changed' && <ReplyLinks replies={says.replies} />}
      <EmailButton href={absolute(path)}>{words.button}</EmailButton>
      <EmailSmall>{words.small}</EmailSmall>
    </ToMembers>
  );
}
