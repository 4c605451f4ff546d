import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { ReplyLinks, SessionFacts, type SessionInMail, whenOf } from './session-facts.tsx';

/** The day before, to those who did not say no. */
interface Says extends SessionInMail {
  answer: ReplyAnswer | null;
  /** whether they have said what they ask; null where nobody is to */
  readyToAsk: boolean | null;
}

const titleOf = (says: Says) => `${says.session.circle.name} meets on ${whenOf(says)}`;

export const subject = titleOf;

export function Body(says: Says) {
  const { session, answer, readyToAsk, path } = says;
  return (
    <ToMembers
      circle={session.circle.name}
      preview="What to read before it, and the agenda."
      title={titleOf(says)}
    >
      <SessionFacts says={says} />
      <EmailText>
        {answer === null
          ? 'You have not said yet whether you come.'
          : answer === 'maybe'
            ? 'You said you may come. Do you know by now?'
            : 'You said you’re coming.'}
      </EmailText>
      {readyToAsk !== null && (
        <EmailText>
          {readyToAsk
            ? 'We all ask this time. You have said what you bring.'
            : 'We all ask this time: bring one ask. You can write it on the session’s page; nobody reads it before.'}
        </EmailText>
      )}
      {answer !== 'yes' && <ReplyLinks replies={says.replies} />}
      <EmailButton href={absolute(path)}>
        {answer === 'yes' ? 'See what to read and the agenda' : 'Say whether you’re coming'}
      </EmailButton>
    </ToMembers>
  );
}
