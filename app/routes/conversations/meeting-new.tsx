import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { BackToTalk } from '#app/mentoring/conversations/views/back-to-talk.tsx';
import { whyShut } from '#app/mentoring/conversations/words.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { MeetingSchema } from '#app/mentoring/meetings/forms.ts';
import { afterMeetingStep, notThen } from '#app/mentoring/meetings/queries/meeting-steps.server.ts';
import { meetingForm, standingMeetings } from '#app/mentoring/meetings/queries/meetings.server.ts';
import { MeetingForm } from '#app/mentoring/meetings/views/meeting-form.tsx';
import { enough, keptOfTwo, savedBefore } from '#app/mentoring/meetings/words.ts';
import { refuse, refuseAsOld, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { TimeAnswer } from '#app/sessions/schedule/views/time-answer.tsx';
import { timeWords } from '#app/sessions/schedule/words.ts';
import type { Unresolved } from '#app/time/local-time.ts';
import { useShownZone } from '#app/time/local-time-fields.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Set a time to talk');

export const loader = partnerLoader(async ({ partner, viewer }) => {
  const back = addressOfConversation(partner.conversationId);
  const [about, { full }] = await Promise.all([partnerFace(partner), standingMeetings(partner)]);
  if (full || about.ended) throw redirect(back);
  const { conversationId } = partner;
  return { conversationId, about, back, zone: viewer.timeZone, submissionKey: crypto.randomUUID() };
});

export const action = partnerAction(MeetingSchema, async ({ partner, form }) => {
  if (!form.meeting) return afterMeetingStep(form, timeWords);
  const { meeting, draft, submissionKey } = form;
  if (submissionKey === '') return refuseAsOld();
  const made = await setMeeting(partner, { ...meeting, submissionKey });
  if (made.ok) return redirectWith(addressOfConversation(partner.conversationId), 'meeting-set');
  if (made.reason === 'time') return notThen(draft, made.resolved, timeWords);
  if (made.reason === 'another-first') {
    const saved = found(await meetingForm(partner, made.meetingId));
    const again = { ...draft, submissionKey: crypto.randomUUID() };
    return refusedWith(again, { '': savedBefore }, { saved: saved.startsAt });
  }
  return refuse({ '': made.reason === 'enough' ? enough : whyShut(made.reason) });
});

const blank = { date: '', time: '', minutes: '30', place: '' };

export default function NewMeeting() {
  const { conversationId, about, back, zone, submissionKey } = useLoaderData<typeof loader>();
  const other = apart(about.name);
  const mail = useMailWords();
  const answer = useActionData<
    { form?: FormReply; resolved?: Unresolved; saved?: string } | undefined
  >();
  const reply = answer?.form;
  const shown = useShownZone(zone, reply);
  const { date, time } = (reply?.values ?? blank) as { date: string; time: string };
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<BackToTalk {...{ conversationId, about }} />}
        title={`When do you talk with ${other}?`}
        lede={`Half an hour is enough. ${mail('You both get the calendar file by mail.', keptOfTwo)}`}
      />
      {answer?.saved && <SavedFirst to={back} title={dayAndTime(answer.saved, shown.shown)} />}
      <MeetingForm
        {...{ defaults: blank, reply, zone: shown, submissionKey, back }}
        timeAnswer={
          <TimeAnswer resolved={answer?.resolved} date={date} time={time} zone={shown.shown} />
        }
      />
    </Page>
  );
}
