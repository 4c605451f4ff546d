import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To who came when all seats were taken. */
interface Says {
  to: Recipient;
  circle: string;
  /** how many are before them in line */
  ahead: number;
  /** their place in line */
  path: string;
}

export const subject = ({ circle }: Says) => `You are in line for ${circle}`;

export function Body({ circle, ahead, path }: Says) {
  return (
    <EmailLayout
      preview="All seats are taken just now."
      title={`You are in line for ${circle}`}
      reason={`You get this because you asked for a seat in ${circle}.`}
    >
      <EmailText>
        All seats are taken just now.{' '}
        {ahead === 0 ? 'You are next in line.' : `Ahead of you in line: ${ahead}.`} When a seat
        frees, we write to you and hold it for three days.
      </EmailText>
      <EmailButton href={absolute(path)}>See your place in line</EmailButton>
    </EmailLayout>
  );
}
