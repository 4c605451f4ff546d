import { addressOfConfirmation } from '#app/accounts/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the address that is to be confirmed: a person's own, or the one they change to. */
interface Says {
  to: Recipient;
  /** whoever has an account with this address gets another mail */
  known: false;
  site: string;
  changes: boolean;
  token: string;
}

export const subject = ({ changes }: Says) =>
  changes ? 'Confirm your new email address' : 'Confirm your email address';

export function Body({ to, site, changes, token }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="One click, and we know that our mail reaches you."
      title={changes ? 'Confirm your new address' : 'Confirm your address'}
      reason={`You get this because this address was given for an account at ${site}. If that was not you, do nothing.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        {changes
          ? `you asked to use this address at ${site} from now on. It takes the place of the old one once you confirm it.`
          : `please confirm that this is your address, so that invitations and news of your sessions reach you.`}
      </EmailText>
      <EmailButton href={absolute(addressOfConfirmation(token))}>Confirm this address</EmailButton>
      <EmailSmall>The link works for three days.</EmailSmall>
    </EmailLayout>
  );
}
