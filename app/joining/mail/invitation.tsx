import { addressOfJoining } from '#app/joining/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';

/** An invitation, with the words of the circle and of its host quoted. */
interface Says {
  to: Recipient;
  circle: string;
  purpose: string;
  host: string;
  /** the host's own; '' for none */
  word: string;
  /** ISO */
  until: string;
  /** the circle's: nobody knows the recipient's */
  zone: string;
  /** what lets them in */
  token: string;
}

export const subject = ({ host, circle }: Says) => `${host} invites you to ${circle}`;

export function Body({ circle, purpose, host, word, until, zone, token }: Says) {
  return (
    <EmailLayout
      preview={`${host} keeps a seat in mind for you in ${circle}.`}
      title={`You’re invited to ${circle}`}
      reason={`You get this because ${host} invited this address. If you don’t know them, ignore it: nothing happens.`}
    >
      <EmailText>
        {host} invites you to a small circle of people who read together and help one another.
      </EmailText>
      {purpose && <EmailQuote>{purpose}</EmailQuote>}
      {word && (
        <>
          <EmailText>{host} adds:</EmailText>
          <EmailQuote>{word}</EmailQuote>
        </>
      )}
      <EmailButton href={absolute(addressOfJoining(token))}>See who is in it and join</EmailButton>
      <EmailSmall>
        The invitation works once, until {dayAndTime(until, zone)}. You can join with any address.
      </EmailSmall>
    </EmailLayout>
  );
}
