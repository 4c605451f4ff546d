import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the host. What the asker wrote is on the page. */
interface Says {
  to: Recipient;
  circle: string;
  asker: string;
  /** the page of the requests */
  path: string;
}

export const subject = ({ asker, circle }: Says) => `${asker} asks to join ${circle}`;

export function Body({ circle, asker, path }: Says) {
  return (
    <EmailLayout
      preview={`${asker} would like a seat.`}
      title={`${asker} asks to join ${circle}`}
      reason={`You get this because you host ${circle}.`}
    >
      <EmailText>You decide, with a word if you like. What they wrote to you is there.</EmailText>
      <EmailButton href={absolute(path)}>Read the request</EmailButton>
    </EmailLayout>
  );
}
