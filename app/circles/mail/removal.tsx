import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailQuote, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To somebody whose membership the host ended. */
interface Says {
  to: Recipient;
  circle: string;
  host: string;
  /** the host's own; '' for none */
  word: string;
}

export const subject = ({ circle }: Says) => `You are no longer in ${circle}`;

export function Body({ circle, host, word }: Says) {
  return (
    <EmailLayout
      preview={`${host} has ended your membership.`}
      title={`You are no longer in ${circle}`}
      reason={`You get this because you were a member of ${circle}.`}
    >
      <EmailText>{host} has ended your membership. What you wrote there stays there.</EmailText>
      {word && <EmailQuote>{word}</EmailQuote>}
    </EmailLayout>
  );
}
