import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To the new host, whom the host before chose. */
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
      preview={`${before} handed it over to you.`}
      title={`You now host ${circle}`}
      reason={`You get this because ${before} handed ${circle} over to you.`}
    >
      <EmailText>
        {before} handed the circle over to you and stays as a facilitator. You now invite people,
        answer requests and keep the agreement.
      </EmailText>
      <EmailButton href={absolute(path)}>See who is in it</EmailButton>
    </EmailLayout>
  );
}
