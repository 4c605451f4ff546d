import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the owner of an address that somebody typed where accounts are made. */
interface Says {
  to: Recipient;
  site: string;
}

export const subject = ({ site }: Says) => `You have an account at ${site} already`;

export function Body({ to, site }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="You can sign in, or choose a new password."
      title="You have an account already"
      reason={`You get this because somebody typed your address where accounts are made at ${site}. If that was not you, do nothing: nothing has changed.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        there is an account with this address already, so no other was made. If you cannot remember
        its password, you can choose a new one.
      </EmailText>
      <EmailButton href={absolute('/forgot-password')}>Choose a new password</EmailButton>
    </EmailLayout>
  );
}
