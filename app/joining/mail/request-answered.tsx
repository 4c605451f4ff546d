import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** To who asked for a seat. */
interface Says {
  to: Recipient;
  circle: string;
  host: string;
  /** the host's own; '' for none */
  word: string;
  /** waiting: accepted, and all seats are taken */
  outcome: 'seated' | 'waiting' | 'declined';
  /** the circle, or their place in line */
  path: string;
}

export const subject = ({ outcome, circle }: Says) =>
  outcome === 'declined' ? `About your request to join ${circle}` : `Welcome to ${circle}`;

export function Body({ circle, host, word, outcome, path }: Says) {
  const says = {
    seated: `${host} said yes: you have a seat in ${circle}.`,
    waiting: `${host} said yes. All seats are taken just now, so you are in line: the next free seat is offered to you in turn, by mail.`,
    declined: `${host} said no this time.`,
  };
  return (
    <EmailLayout
      preview={says[outcome]}
      title={outcome === 'declined' ? `Not this time` : `Yes from ${circle}`}
      reason={`You get this because you asked to join ${circle}.`}
    >
      <EmailText>{says[outcome]}</EmailText>
      {word && <EmailQuote>{word}</EmailQuote>}
      {outcome === 'seated' && <EmailButton href={absolute(path)}>Go to the circle</EmailButton>}
      {outcome === 'waiting' && (
        <EmailButton href={absolute(path)}>See your place in line</EmailButton>
      )}
    </EmailLayout>
  );
}
