import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayIn } from '#app/time/words.ts';

/** The end of a season began. What somebody writes, and who stays, is on the page alone. */
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

export const subject = ({ circle, book }: Says) => `${circle}: the end of ${book}`;

export function Body({ circle, book, answerBy, zone, path }: Says) {
  return (
    <ToMembers
      circle={circle}
      preview="What did you take from it, and will you stay for the next one?"
      title={`The end of ${book}`}
    >
      <EmailText>
        {`${circle} has come to the end of ${book}. There are two things to ask you: what you took from it, and whether you stay for the next book.`}
      </EmailText>
      <EmailText>
        {`Both take a few minutes, and finishing the book is not a condition. Whether you stay is private: please say it by ${dayIn(answerBy, zone)}. The list of those who stay opens when everyone has answered, or then.`}
      </EmailText>
      <EmailButton href={absolute(path)}>Write and answer</EmailButton>
    </ToMembers>
  );
}
