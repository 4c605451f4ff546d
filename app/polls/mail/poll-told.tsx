import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { countWord, plural } from '#app/ui/words.ts';

/** A circle is asked for a time, asked again, or has other times to choose from. */
export type PollTold = 'opened' | 'changed' | 'reopened';

interface Says {
  to: Recipient;
  circle: string;
  what: PollTold;
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

export const subject = ({ circle, what }: Says) =>
  `${circle}: ${what === 'changed' ? 'other times to meet' : 'when could you meet?'}`;

export function Body(says: Says) {
  const { circle, what, title, minutes, slots, closesAt, zone, by, path } = says;
  const about = title ? ` for “${title}”` : '';
  const times = `${countWord(slots)} ${plural(slots, 'time', 'times')}`;
  const words = {
    opened: {
      title: 'When could you meet?',
      text: `${by} asks for ${minutes} minutes${about} and proposes ${times}.`,
    },
    changed: {
      title: 'There are other times to choose from',
      text: `${by} changed the times${about}. What you answered stays; there are ${times} now.`,
    },
    reopened: {
      title: 'When could you meet, after all?',
      text: `${by} goes on looking for a time${about}. What you answered stays.`,
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
