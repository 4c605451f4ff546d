import { addressOfFinishingSignUp } from '#app/accounts/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To who made an account with an address that is new here. */
interface Says {
  to: Recipient;
  /** whoever has an account with this address gets another mail */
  known: false;
  site: string;
  token: string;
}

export const subject = ({ site }: Says) => `Finish your account at ${site}`;

export function Body({ to, site, token }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="One more step, and your account is there."
      title="Finish your account"
      reason={`You get this because somebody gave this address for a new account at ${site}. If that was not you, do nothing: no account is made.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        your account at {site} is nearly there. Follow the link and type the password you chose once
        more.
      </EmailText>
      <EmailButton href={absolute(addressOfFinishingSignUp(token))}>
        Finish your account
      </EmailButton>
      <EmailSmall>The link works for three days.</EmailSmall>
    </EmailLayout>
  );
}
