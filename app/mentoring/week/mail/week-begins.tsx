import { WEEK } from '#app/mentoring/addresses.ts';
import { SLOWED } from '#app/mentoring/week/words.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailLink, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** On the day and at the hour that its reader chose. */
interface Says {
  to: Recipient;
  /** two weeks went by without: it comes every other week now */
  slowed: boolean;
  /** the week's page */
  path: string;
}

export const subject = () => 'Whom will you ask this week?';

export function Body({ slowed, path }: Says) {
  return (
    <EmailLayout
      preview="One person, one thing. Only you see it."
      title="Whom will you ask this week?"
      reason="You get this because you chose to be asked on this day."
    >
      <EmailText>
        One person, and one thing to ask them: when you next see them, say. It need not be somebody
        here, nobody is written to, and only you see it.
      </EmailText>
      <EmailButton href={absolute(path)}>Think of one person</EmailButton>
      {slowed && (
        <EmailText>
          {SLOWED} <EmailLink href={absolute(WEEK)}>Every week again</EmailLink>
        </EmailText>
      )}
      <EmailSmall>A week without is fine, too.</EmailSmall>
    </EmailLayout>
  );
}
