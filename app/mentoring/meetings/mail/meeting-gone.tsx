import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailText } from '#app/platform/mail/email-parts.tsx';
import { invitationsOf, type MeetingInMail, whenOf } from './meeting-facts.tsx';

const titleOf = (says: MeetingInMail) => `The meeting on ${whenOf(says)} is off`;

export const subject = titleOf;

export const invitations = (says: MeetingInMail) => invitationsOf(says, new Date());

/** The same whatever ended the conversation: it tells nobody that they were blocked. */
export function Body(says: MeetingInMail) {
  return (
    <EmailLayout
      preview="For your calendar."
      title={titleOf(says)}
      reason="You get this because the meeting was put into your calendar by mail."
    >
      <EmailText>This mail takes it out of your calendar. There is nothing else to do.</EmailText>
    </EmailLayout>
  );
}
