import { sentenceOf } from '#app/mentoring/week/words.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailSmall } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** At the hour at which its reader wanted to read their own sentence again. Whom, it does not say. */
interface Says {
  to: Recipient;
  plan: { when: string; will: string } | null;
  /** the week's page */
  path: string;
}

export const subject = () => 'What you wanted to ask this week';

export function Body({ plan, path }: Says) {
  return (
    <EmailLayout
      preview="Your own words."
      title="What you wanted to ask"
      reason="You get this because you chose to be reminded at this hour."
    >
      {plan && <EmailQuote>{sentenceOf(plan)}</EmailQuote>}
      <EmailButton href={absolute(path)}>Say what became of it</EmailButton>
      <EmailSmall>Letting it go is an answer, too.</EmailSmall>
    </EmailLayout>
  );
}
