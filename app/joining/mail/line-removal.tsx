import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To somebody whom the host took out of the line. */
interface Says {
  to: Recipient;
  circle: string;
}

export const subject = ({ circle }: Says) => `You are no longer in line for ${circle}`;

export function Body({ circle }: Says) {
  return (
    <EmailLayout
      preview={`About your place in line for ${circle}.`}
      title="You are no longer in line"
      reason={`You get this because you were in line for ${circle}.`}
    >
      <EmailText>The host of {circle} has taken your name from its waiting list.</EmailText>
    </EmailLayout>
  );
}
