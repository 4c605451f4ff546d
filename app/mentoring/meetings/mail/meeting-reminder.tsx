import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailButton, EmailText } from '#app/platform/mail/email-parts.tsx';
import { MeetingFacts, type MeetingInMail, REASON, whenOf } from './meeting-facts.tsx';

const titleOf = (says: MeetingInMail) => `You talk with ${says.meeting.with} on ${whenOf(says)}`;

export const subject = titleOf;

export function Body(says: MeetingInMail) {
  return (
    <EmailLayout preview="A day from now." title={titleOf(says)} reason={REASON}>
      <MeetingFacts says={says} />
      <EmailText>There is a script for thirty minutes, if you want one.</EmailText>
      <EmailButton href={absolute(says.path)}>Open your conversation</EmailButton>
    </EmailLayout>
  );
}
