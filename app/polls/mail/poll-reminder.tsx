import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import type { PollKind } from '#app/polls/rules/poll.ts';
import { sayWords } from '#app/polls/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';

/** Before a poll closes, to those who have not answered it all. */
interface Says {
  to: Recipient;
  circle: string;
  kind: PollKind;
  /** times that wait for the recipient */
  left: number;
  /** ISO */
  closesAt: string;
  /** the recipient's */
  zone: string;
  /** the poll's page */
  path: string;
}

export const subject = ({ circle, kind, closesAt, zone }: Says) =>
  `${circle}: ${sayWords(kind)} until ${dayAndTime(closesAt, zone)}`;

export function Body({ circle, kind, left, closesAt, zone, path }: Says) {
  const waits = `${countWord(left)} ${plural(left, 'time waits', 'times wait')} for you`;
  return (
    <ToMembers
      circle={circle}
      preview={`${waits}.`}
      title={`${capital(sayWords(kind))} until ${dayAndTime(closesAt, zone)}`}
    >
      <EmailText>{`${circle} is looking for a ${kind === 'weekly' ? 'weekly ' : ''}time to meet, and ${waits}.`}</EmailText>
      <EmailButton href={absolute(path)}>Say when you can</EmailButton>
      <EmailSmall>If none of them suits you, one press says so.</EmailSmall>
    </ToMembers>
  );
}
