import { addressOfPasswordReset } from '#app/accounts/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To who forgot their password. */
interface Says {
  to: Recipient;
  site: string;
  token: string;
}

export const subject = () => 'Choose a new password';

export function Body({ to, site, token }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="The link works for two hours."
      title="Choose a new password"
      reason={`You get this because somebody asked for a new password for your account at ${site}. If that was not you, do nothing: your password stays as it is.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        with this link you choose a new password. Every browser that is signed in to your account
        will be signed out.
      </EmailText>
      <EmailButton href={absolute(addressOfPasswordReset(token))}>
        Choose a new password
      </EmailButton>
      <EmailSmall>The link works once, for two hours.</EmailSmall>
    </EmailLayout>
  );
}
