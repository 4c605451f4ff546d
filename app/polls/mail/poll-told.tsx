import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import type { PollKind } from '#app/polls/rules/poll.ts';
import { pollQuestion } from '#app/polls/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { countWord, plural } from '#app/ui/words.ts';

/** A circle is asked for a time, asked again, or has other times to choose from. */
export type PollTold = 'opened' | 'changed' | 'reopened';

interface Says {
  to: Recipient;
  circle: string;
  what: PollTold;
  kind: PollKind;
  title: string;
  minutes: number;
  slots: number;
  /** ISO; null: until somebody chooses */
  closesAt: string | null;
  /** the recipient's */
  zone: string;
  by: string;
  /** the poll's page */
  path: string;
}

export const subject = ({ circle, what, kind }: Says) =>
  `${circle}: ${what === 'changed' ? 'other times to meet' : uncapital(pollQuestion(kind))}`;

const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export function Body(says: Says) {
  const { circle, what, kind, title, minutes, slots, closesAt, zone, by, path } = says;
  const about = title ? ` for “${title}”` : '';
  const weekly = kind === 'weekly';
  const times = `${countWord(slots)} ${plural(slots, 'time', 'times')}${weekly ? ' of the week' : ''}`;
  const question = pollQuestion(kind);
  const words = {
    opened: {
      title: question,
      text: `${by} asks for ${minutes} minutes${weekly ? ' each time' : ''}${about} and proposes ${times}.`,
    },
    changed: {
      title: 'There are other times to choose from',
      text: `${by} changed the times${about}. What you answered stays; there are ${times} now.`,
    },
    reopened: {
      title: question.replace(/\?$/, ', after all?'),
      text: `${by} goes on looking for a ${weekly ? 'weekly ' : ''}time${about}. What you answered stays.`,
    },
  }[what];
  return (
    <ToMembers circle={circle} preview={words.text} title={words.title}>
      <EmailText>{words.text}</EmailText>
      {closesAt && <EmailText>{`You can answer until ${dayAndTime(closesAt, zone)}.`}</EmailText>}
      <EmailButton href={absolute(path)}>Say when you can</EmailButton>
      <EmailSmall>Every time stands there on your own clock.</EmailSmall>
    </ToMembers>
  );
}
