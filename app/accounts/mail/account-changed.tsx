import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the address of an account as it was before its password or address changed. */
interface Says {
  to: Recipient;
  site: string;
  what: 'password' | 'email';
}

export const subject = ({ what }: Says) =>
  what === 'email' ? 'Your email address was changed' : 'Your password was changed';

export function Body({ to, site, what }: Says) {
  return (
    <EmailLayout
      site={site}
      preview="If this was you, all is well."
      title={`Your ${what === 'password' ? 'password' : 'email address'} was changed`}
      reason={`You get this because it concerns the safety of your account at ${site}.`}
    >
      <EmailText>Hello {to.name},</EmailText>
      <EmailText>
        {what === 'password'
          ? `the password of your account at ${site} was just changed, and every other browser was signed out. If this was you, all is well.`
          : `your account at ${site} uses another email address from now on, and we no longer write to this one. If this was you, all is well.`}
      </EmailText>
      <EmailText>
        {what === 'password'
          ? 'If it was not you, choose a new password at once.'
          : 'If it was not you, write to the person who runs this site.'}
      </EmailText>
      {what === 'password' && (
        <EmailButton href={absolute('/forgot-password')}>Choose a new password</EmailButton>
      )}
    </EmailLayout>
  );
}
