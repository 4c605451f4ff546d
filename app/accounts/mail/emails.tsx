import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';

interface Letter {
  site: string;
  name: string;
}

export function ConfirmEmailMail({
  site,
  name,
  changes,
  link,
}: Letter & { changes: boolean; link: string }) {
  return (
    <EmailLayout
      site={site}
      preview="One click, and we know that our mail reaches you."
      title={changes ? 'Confirm your new address' : 'Confirm your address'}
      reason={`You get this because this address was given for an account at ${site}. If that was not you, do nothing.`}
    >
      <EmailText>Hello {name},</EmailText>
      <EmailText>
        {changes
          ? `you asked to use this address at ${site} from now on. It takes the place of the old one once you confirm it.`
          : `please confirm that this is your address, so that invitations and news of your sessions reach you.`}
      </EmailText>
      <EmailButton href={link}>Confirm this address</EmailButton>
      <EmailSmall>The link works for three days.</EmailSmall>
    </EmailLayout>
  );
}

export function ResetPasswordMail({ site, name, link }: Letter & { link: string }) {
  return (
    <EmailLayout
      site={site}
      preview="The link works for two hours."
      title="Choose a new password"
      reason={`You get this because somebody asked for a new password for your account at ${site}. If that was not you, do nothing: your password stays as it is.`}
    >
      <EmailText>Hello {name},</EmailText>
      <EmailText>
        with this link you choose a new password. Every browser that is signed in to your account
        will be signed out.
      </EmailText>
      <EmailButton href={link}>Choose a new password</EmailButton>
      <EmailSmall>The link works once, for two hours.</EmailSmall>
    </EmailLayout>
  );
}

export function FinishSignUpMail({ site, name, link }: Letter & { link: string }) {
  return (
    <EmailLayout
      site={site}
      preview="One more step, and your account is there."
      title="Finish your account"
      reason={`You get this because somebody gave this address for a new account at ${site}. If that was not you, do nothing: no account is made.`}
    >
      <EmailText>Hello {name},</EmailText>
      <EmailText>
        your account at {site} is nearly there. Follow the link and type the password you chose once
        more.
      </EmailText>
      <EmailButton href={link}>Finish your account</EmailButton>
      <EmailSmall>The link works for three days.</EmailSmall>
    </EmailLayout>
  );
}

export function HasAccountMail({ site, name }: Letter) {
  return (
    <EmailLayout
      site={site}
      preview="You can sign in, or choose a new password."
      title="You have an account already"
      reason={`You get this because somebody typed your address where accounts are made at ${site}. If that was not you, do nothing: nothing has changed.`}
    >
      <EmailText>Hello {name},</EmailText>
      <EmailText>
        there is an account with this address already, so no other was made. If you cannot remember
        its password, you can choose a new one.
      </EmailText>
      <EmailButton href={absolute('/forgot-password')}>Choose a new password</EmailButton>
    </EmailLayout>
  );
}

export function AccountChangedMail({ site, name, what }: Letter & { what: 'password' | 'email' }) {
  const thing = what === 'password' ? 'password' : 'email address';
  return (
    <EmailLayout
      site={site}
      preview="If this was you, all is well."
      title={`Your ${thing} was changed`}
      reason={`You get this because it concerns the safety of your account at ${site}.`}
    >
      <EmailText>Hello {name},</EmailText>
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
