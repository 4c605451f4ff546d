import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { meetingForm } from '#app/mentoring/meetings/queries/meetings.server.ts';
import { keptOfTwo, meetingClosed } from '#app/mentoring/meetings/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Call the meeting off?');

export const loader = partnerLoader(async ({ partner, viewer, id }) => {
  const back = addressOfConversation(partner.conversationId);
  const meeting = await meetingForm(partner, id('meeting'));
  if (!meeting?.open) throw redirect(back);
  return { back, when: dayAndTime(meeting.startsAt, viewer.timeZone) };
});

export const action = partnerAction(EmptySchema, async ({ partner, id }) => {
  const off = await callOffMeeting(partner, id('meeting'));
  const { conversationId } = partner;
  if (off.ok) {
    const back = addressOfConversation(conversationId);
    return redirectWith(back, 'meeting-off', `${conversationId}/${id('meeting')}`);
  }
  if (off.reason === 'gone') gone();
  return refuse({ '': meetingClosed });
});

export default function CallOff() {
  const { back, when } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Question
      about={when}
      question="Call the meeting off?"
      lede={`You can set another whenever you like. ${mail('You are both told by mail.', keptOfTwo)}`}
      back={back}
    >
      <Button variant="primary">Call it off</Button>
    </Question>
  );
}
