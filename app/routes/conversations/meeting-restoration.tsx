import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { whyShut } from '#app/mentoring/conversations/words.ts';
import { restoreMeeting } from '#app/mentoring/meetings/commands/restore-meeting.server.ts';
import { calendarMeeting } from '#app/mentoring/meetings/queries/meetings.server.ts';
import { enough, keptOfTwo, restoredTooLate } from '#app/mentoring/meetings/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Meet after all?');

export const loader = partnerLoader(async ({ partner, viewer, id }) => {
  const back = addressOfConversation(partner.conversationId);
  const meeting = found(await calendarMeeting(partner, id('meeting')));
  if (!meeting.cancelled) throw redirect(back);
  return { back, when: dayAndTime(meeting.startsAt.toISOString(), viewer.timeZone) };
});

export const action = partnerAction(EmptySchema, async ({ partner, id }) => {
  const on = await restoreMeeting(partner, id('meeting'));
  if (on.ok) return redirectWith(addressOfConversation(partner.conversationId), 'meeting-restored');
  if (on.reason === 'gone') gone();
  if (on.reason === 'closed') return refuse({ '': restoredTooLate });
  return refuse({ '': on.reason === 'enough' ? enough : whyShut(on.reason) });
});

export default function MeetAfterAll() {
  const { back, when } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Question
      about={when}
      question="Meet after all?"
      lede={`At the time it was set for. ${mail('You are both told by mail.', keptOfTwo)}`}
      back={back}
    >
      <Button variant="primary">Meet then</Button>
    </Question>
  );
}
