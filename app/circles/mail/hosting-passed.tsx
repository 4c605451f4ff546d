import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the new host, since the account of the host before is closed. */
interface Says {
  to: Recipient;
  circle: string;
  before: string;
  /** the page of the circle's people */
  path: string;
}

export const subject = ({ circle }: Says) => `You now host ${circle}`;

export function Body({ circle, before, path }: Says) {
  return (
    <EmailLayout
      preview={`The account of ${before}, who hosted it, is closed.`}
      title={`You now host ${circle}`}
      reason={`You get this because you are in ${circle}, and a circle always has a host.`}
    >
      <EmailText>
        The account of {before}, who hosted the circle, has been closed, so hosting has passed to
        you: you have been there longest. You now invite people, answer requests and keep the
        agreement.
      </EmailText>
      <EmailText>If it suits someone else better, you can hand the circle on to them.</EmailText>
      <EmailButton href={absolute(path)}>See who is in it</EmailButton>
    </EmailLayout>
  );
}
