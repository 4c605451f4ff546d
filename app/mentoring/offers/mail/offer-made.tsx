import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the asker: somebody can help. What they wrote with it is on the page. */
interface Says {
  to: Recipient;
  askId: number;
  helper: string;
  title: string;
  /** whether they wrote of a time they faced this */
  faced: boolean;
}

export const subject = ({ helper }: Says) => `${helper} can help`;

export function Body({ askId, helper, title, faced }: Says) {
  return (
    <EmailLayout
      preview={`With “${title}”`}
      title={`${helper} can help`}
      reason="You get this because you asked."
    >
      <EmailText>You asked:</EmailText>
      <EmailQuote>{title}</EmailQuote>
      <EmailText>
        {faced
          ? `${helper} faced something like it, and wrote you of it.`
          : `${helper} would talk it through with you.`}{' '}
        Take it up, or thank them: not this time.
      </EmailText>
      <EmailButton href={absolute(addressOfAsk(askId))}>See the offer</EmailButton>
    </EmailLayout>
  );
}
