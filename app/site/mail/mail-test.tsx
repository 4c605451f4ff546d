import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { MAIL } from '#app/site/addresses.ts';

/** To an administrator who wants to see whether mail arrives. */
interface Says {
  to: Recipient;
  site: string;
}

export const subject = ({ site }: Says) => `Mail from ${site} arrives`;

export function Body({ to, site }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="This is the test you asked for."
      title="Mail arrives"
      reason={`You get this because you asked for a test on the Mail page of ${site}.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        this is the test you asked for. Where it landed, invitations and reminders land, too: look
        whether that is the inbox.
      </EmailText>
      <EmailButton href={absolute(MAIL)}>See how mail does</EmailButton>
    </EmailLayout>
  );
}
