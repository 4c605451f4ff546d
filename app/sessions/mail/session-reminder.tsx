import { ToMembers } from '#app/notifications/mail/to-members.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import type { Lead } from '#app/sessions/reminders/rules/leads.ts';
import { remindingWords } from '#app/sessions/reminders/words.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { ReplyLinks, SessionFacts, type SessionInMail, whenOf } from './session-facts.tsx';

/** Some time before, to those who did not say no. */
interface Says extends SessionInMail {
  answer: ReplyAnswer | null;
  /** whether they have said what they ask; null where nobody is to */
  readyToAsk: boolean | null;
  lead: Lead;
}

// It may have waited for the end of quiet hours: it does not say how long it still is.
const titleOf = (says: Says) =>
  `${says.session.circle.name} meets ${says.lead === 120 ? 'soon, on' : 'on'} ${whenOf(says)}`;

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
      <EmailText>{remindingWords(answer)}</EmailText>
      {readyToAsk !== null && (
        <EmailText>
          {readyToAsk
            ? 'We all ask this time. You have said what you bring.'
            : 'We all ask this time: bring one ask. You can write it on the session’s page; nobody reads it before.'}
        </EmailText>
      )}
      {answer !== 'yes' && <ReplyLinks replies={says.replies} />}
      <EmailButton href={absolute(path)}>
        {answer === 'yes' || says.replies
          ? 'See what to read and the agenda'
          : 'Say whether you’re coming'}
      </EmailButton>
    </ToMembers>
  );
}
