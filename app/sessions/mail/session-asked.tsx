import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import { ReplyLinks, SessionFacts, type SessionInMail, whenOf } from './session-facts.tsx';

/** A week before a session that needs so many, to those who have not said. */
interface Says extends SessionInMail {
  /** how many it needs, and have said that they come */
  needs: number;
  coming: number;
}

const titleOf = (says: Says) => `Will you come on ${whenOf(says)}?`;

export const subject = (says: Says) => `${says.session.circle.name}: ${titleOf(says)}`;

export function Body(says: Says) {
  const { session, needs, coming, replies, path } = says;
  return (
    <ToMembers
      circle={session.circle.name}
      preview={`It takes ${needs} to be worth it.`}
      title={titleOf(says)}
    >
      <EmailText>
        {`It takes ${needs} to be worth it, and ${coming} ${coming === 1 ? 'has' : 'have'} said yes so far. Either answer helps.`}
      </EmailText>
      <SessionFacts says={says} />
      <ReplyLinks replies={replies} />
      <EmailButton href={absolute(path)}>
        {replies ? 'See the session' : 'Say whether you’re coming'}
      </EmailButton>
    </ToMembers>
  );
}
