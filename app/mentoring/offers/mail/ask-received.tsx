import { addressOfAsk } from '#app/mentoring/addresses.ts';
import { addressOfAnswerLink } from '#app/mentoring/offers/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import {
  EmailButton,
  EmailLink,
  EmailOther,
  EmailQuote,
  EmailSmall,
  EmailText,
} from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayOf } from '#app/time/words.ts';

/** To who is asked alone: the ask, and the three answers. */
interface Says {
  to: Recipient;
  askId: number;
  asker: string;
  title: string;
  /** as text; '' where the title says it all */
  body: string;
  /** YYYY-MM-DD */
  neededBy: string | null;
  /** they hear of it once more */
  again: boolean;
  /** of the links that answer it without signing in */
  tokens: { offer: string; notNow: string; question: string };
  now: Date;
}

export const subject = ({ asker, title, again }: Says) =>
  `${again ? 'Once more: ' : ''}${asker} asks you: ${title}`;

export function Body({ askId, asker, title, body, neededBy, again, tokens, now }: Says) {
  const link = (token: string) => absolute(addressOfAnswerLink(token));
  return (
    <EmailLayout
      preview={again ? 'You have not answered yet. “Not now” is an answer, too.' : title}
      title={`${asker} asks you`}
      reason={`You get this because ${asker} asked you.`}
    >
      {again && (
        <EmailText>
          This came to you a few days ago. Any answer helps {asker} on; “not now” is a good one.
        </EmailText>
      )}
      <EmailText>
        <b>{title}</b>
      </EmailText>
      {body && <EmailQuote>{body}</EmailQuote>}
      {neededBy && <EmailText>By {dayOf(neededBy, 'long', now)}.</EmailText>}
      <EmailButton href={link(tokens.offer)}>I can help</EmailButton>
      <EmailOther href={link(tokens.notNow)}>Not now, ask me after …</EmailOther>
      <EmailOther href={link(tokens.question)}>Tell me more first</EmailOther>
      <EmailSmall>
        Each leads to a page that asks once more before it is sent, without signing in. Or{' '}
        <EmailLink href={absolute(addressOfAsk(askId))}>read it on its page</EmailLink>.
      </EmailSmall>
    </EmailLayout>
  );
}
