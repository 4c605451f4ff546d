import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** What was chosen. It never says how anybody ranked. */
interface Says {
  to: Recipient;
  circle: string;
  winner: { title: string; author: string } | null;
  /** the choice's page */
  path: string;
}

export const subject = ({ circle, winner }: Says) =>
  `${circle}: ${winner ? `next, ${winner.title}` : 'no book was chosen'}`;

export function Body({ circle, winner, path }: Says) {
  const book = winner && `${winner.title}${winner.author ? `, by ${winner.author}` : ''}`;
  return (
    <ToMembers
      circle={circle}
      preview={winner ? `The circle chose ${winner.title}.` : 'Nobody ranked a book in time.'}
      title={winner ? `Next, ${winner.title}` : 'No book was chosen'}
    >
      <EmailText>
        {book
          ? `${circle} has chosen its next book: ${book}.`
          : 'Nobody ranked a book before it closed. A facilitator can open it again.'}
      </EmailText>
      <EmailButton href={absolute(path)}>
        {winner ? 'See how it was counted' : 'See the books'}
      </EmailButton>
    </ToMembers>
  );
}
