import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailQuote, EmailText } from '#app/platform/mail/email-parts.tsx';

/** The mail of a circle. Props are what it says; words of the person who wrote are quoted. */

export function RemovalMail({
  circle,
  host,
  word,
}: {
  circle: string;
  host: string;
  word: string;
}) {
  return (
    <EmailLayout
      preview={`${host} has ended your membership.`}
      title={`You are no longer in ${circle}`}
      reason={`You get this because you were a member of ${circle}.`}
    >
      <EmailText>{host} has ended your membership. What you wrote there stays there.</EmailText>
      {word && <EmailQuote>{word}</EmailQuote>}
    </EmailLayout>
  );
}

export function HandOverMail(props: { circle: string; before: string; link: string }) {
  return (
    <EmailLayout
      preview={`${props.before} handed it over to you.`}
      title={`You now host ${props.circle}`}
      reason={`You get this because ${props.before} handed ${props.circle} over to you.`}
    >
      <EmailText>
        {props.before} handed the circle over to you and stays as a facilitator. You now invite
        people, answer requests and keep the agreement.
      </EmailText>
      <EmailButton href={props.link}>See who is in it</EmailButton>
    </EmailLayout>
  );
}

export function HostingPassedMail(props: { circle: string; before: string; link: string }) {
  return (
    <EmailLayout
      preview={`The account of ${props.before}, who hosted it, is closed.`}
      title={`You now host ${props.circle}`}
      reason={`You get this because you are in ${props.circle}, and a circle always has a host.`}
    >
      <EmailText>
        The account of {props.before}, who hosted the circle, has been closed, so hosting has passed
        to you: you have been there longest. You now invite people, answer requests and keep the
        agreement.
      </EmailText>
      <EmailText>If it suits someone else better, you can hand the circle on to them.</EmailText>
      <EmailButton href={props.link}>See who is in it</EmailButton>
    </EmailLayout>
  );
}
