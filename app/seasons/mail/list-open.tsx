import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** Everyone has answered, or the time is over. Who stays is on the page alone. */
interface Says {
  to: Recipient;
  circle: string;
  book: string;
  /** the wrap's page */
  path: string;
}

export const subject = ({ circle }: Says) => `${circle}: who stays for the next book`;

export function Body({ circle, book, path }: Says) {
  return (
    <ToMembers
      circle={circle}
      preview="The list is open to the circle."
      title="Who stays for the next book"
    >
      <EmailText>
        {`After ${book}, ${circle} can see who stays for the next book. The list is on the page, with what you all took from this one.`}
      </EmailText>
      <EmailButton href={absolute(path)}>See the list</EmailButton>
    </ToMembers>
  );
}
