import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';

/** The day before, to those who have not ranked. */
interface Says {
  to: Recipient;
  circle: string;
  /** ISO */
  closesAt: string;
  /** the recipient's */
  zone: string;
  /** the choice's page */
  path: string;
}

export const subject = ({ circle, closesAt, zone }: Says) =>
  `${circle}: rank the books until ${dayAndTime(closesAt, zone)}`;

export function Body({ circle, closesAt, zone, path }: Says) {
  return (
    <ToMembers
      circle={circle}
      preview="You have not ranked the books yet."
      title={`Rank the books until ${dayAndTime(closesAt, zone)}`}
    >
      <EmailText>
        {`${circle} is choosing its next book. You have not ranked the books yet; one is enough.`}
      </EmailText>
      <EmailButton href={absolute(path)}>Rank the books</EmailButton>
      <EmailSmall>If you are happy with any of them, there is nothing to do.</EmailSmall>
    </ToMembers>
  );
}
