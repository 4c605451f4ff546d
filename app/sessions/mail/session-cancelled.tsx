import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailQuote, EmailSmall, EmailText } from '#app/platform/mail/email-parts.tsx';
import { type InvitationInMail, invitationsOf, whenOf } from './session-facts.tsx';

/** A session is off, and why. */
interface Says extends InvitationInMail {
  by: string;
  reason: string;
}

export const subject = (says: Says) => `${says.session.circle.name}: no session on ${whenOf(says)}`;

export const invitations = invitationsOf;

export function Body(says: Says) {
  const { session, by, reason, path } = says;
  return (
    <ToMembers
      circle={session.circle.name}
      preview={`${by} cancelled it and said why.`}
      title={`No session on ${whenOf(says)}`}
    >
      <EmailText>
        {`${by} cancelled ${session.title ? `“${session.title}”` : 'the session'} and said why:`}
      </EmailText>
      <EmailQuote>{reason}</EmailQuote>
      <EmailButton href={absolute(path)}>Open the session</EmailButton>
      <EmailSmall>This mail takes it out of your calendar.</EmailSmall>
    </ToMembers>
  );
}
