import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';
import { dayAndTime } from '#app/time/words.ts';

/** To who is next in line: a seat is held for them. */
interface Says {
  to: Recipient;
  circle: string;
  /** ISO */
  until: string;
  /** the recipient's */
  zone: string;
  /** where it is taken or declined */
  path: string;
}

export const subject = ({ circle }: Says) => `A seat is free in ${circle}`;

export function Body({ circle, until, zone, path }: Says) {
  const held = dayAndTime(until, zone);
  return (
    <EmailLayout
      preview={`It is held for you until ${held}.`}
      title={`A seat is free in ${circle}`}
      reason={`You get this because you are in line for ${circle}.`}
    >
      <EmailText>
        You are next in line. The seat is held for you until {held}; after that it goes to the next
        person.
      </EmailText>
      <EmailButton href={absolute(path)}>Take the seat</EmailButton>
      <EmailSmall>If you no longer want it, decline it there and someone else is asked.</EmailSmall>
    </EmailLayout>
  );
}
