import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import { dayAndTime } from '#app/time/words.ts';

/** The mail about joining a circle. Props are what it says; words of the person who wrote are quoted. */

interface InvitationProps {
  circle: string;
  purpose: string;
  host: string;
  word: string;
  /** ISO */
  until: string;
  zone: string;
  link: string;
}

export function InvitationMail(props: InvitationProps) {
  const { circle, purpose, host, word, until, zone, link } = props;
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
      <EmailButton href={link}>See who is in it and join</EmailButton>
      <EmailSmall>
        The invitation works once, until {dayAndTime(until, zone)}. You can join with any address.
      </EmailSmall>
    </EmailLayout>
  );
}

export function RequestReceivedMail(props: { circle: string; asker: string; link: string }) {
  return (
    <EmailLayout
      preview={`${props.asker} would like a seat.`}
      title={`${props.asker} asks to join ${props.circle}`}
      reason={`You get this because you host ${props.circle}.`}
    >
      <EmailText>You decide, with a word if you like. What they wrote to you is there.</EmailText>
      <EmailButton href={props.link}>Read the request</EmailButton>
    </EmailLayout>
  );
}

interface AnsweredProps {
  circle: string;
  host: string;
  word: string;
  outcome: 'seated' | 'waiting' | 'declined';
  link: string;
}

export function RequestAnsweredMail({ circle, host, word, outcome, link }: AnsweredProps) {
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
      {outcome === 'seated' && <EmailButton href={link}>Go to the circle</EmailButton>}
      {outcome === 'waiting' && <EmailButton href={link}>See your place in line</EmailButton>}
    </EmailLayout>
  );
}

interface OfferedProps {
  circle: string;
  until: string;
  zone: string;
  link: string;
}

export function SeatOfferedMail({ circle, until, zone, link }: OfferedProps) {
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
      <EmailButton href={link}>Take the seat</EmailButton>
      <EmailSmall>If you no longer want it, decline it there and someone else is asked.</EmailSmall>
    </EmailLayout>
  );
}

export function WaitingMail(props: { circle: string; ahead: number; link: string }) {
  return (
    <EmailLayout
      preview="All seats are taken just now."
      title={`You are in line for ${props.circle}`}
      reason={`You get this because you asked for a seat in ${props.circle}.`}
    >
      <EmailText>
        All seats are taken just now.{' '}
        {props.ahead === 0 ? 'You are next in line.' : `Ahead of you in line: ${props.ahead}.`} When
        a seat frees, we write to you and hold it for three days.
      </EmailText>
      <EmailButton href={props.link}>See your place in line</EmailButton>
    </EmailLayout>
  );
}

export function LineRemovalMail({ circle }: { circle: string }) {
  return (
    <EmailLayout
      preview={`About your place in line for ${circle}.`}
      title="You are no longer in line"
      reason={`You get this because you were in line for ${circle}.`}
    >
      <EmailText>The host of {circle} has taken your name from its waiting list.</EmailText>
    </EmailLayout>
  );
}
