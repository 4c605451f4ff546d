import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayIn } from '#app/time/words.ts';

/** The day before, to those who have not said whether they stay. */
interface Says {
  to: Recipient;
  circle: string;
  book: string;
  /** ISO */
  answerBy: string;
  /** the recipient's */
  zone: string;
  /** the wrap's page */
  path: string;
}

export const subject = ({ circle }: Says) => `${circle}: will you stay for the next book?`;

export function Body({ circle, book, answerBy, zone, path }: Says) {
  return (
    <ToMembers
      circle={circle}
      preview={`One private answer, until ${dayIn(answerBy, zone)}.`}
      title="Will you stay for the next book?"
    >
      <EmailText>
        {`${circle} has finished ${book} and plans the next one with those who stay. You have until ${dayIn(answerBy, zone)} to say whether you are one of them. “Not this time” is a good answer, too.`}
      </EmailText>
      <EmailButton href={absolute(path)}>Answer privately</EmailButton>
      <EmailSmall>Nobody loses a seat by saying nothing.</EmailSmall>
    </ToMembers>
  );
}
