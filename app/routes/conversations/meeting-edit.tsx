import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { partnerAction, partnerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { whyShut } from '#app/mentoring/conversations/words.ts';
import { changeMeeting } from '#app/mentoring/meetings/commands/change-meeting.server.ts';
import { MeetingSchema } from '#app/mentoring/meetings/forms.ts';
import { afterMeetingStep, notThen } from '#app/mentoring/meetings/queries/meeting-steps.server.ts';
import { meetingForm } from '#app/mentoring/meetings/queries/meetings.server.ts';
import { MeetingForm } from '#app/mentoring/meetings/views/meeting-form.tsx';
import { changedMeanwhile, keptOfTwo, meetingClosed } from '#app/mentoring/meetings/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { TimeAnswer } from '#app/sessions/schedule/views/time-answer.tsx';
import { timeWords } from '#app/sessions/schedule/words.ts';
import type { Unresolved } from '#app/time/local-time.ts';
import { useShownZone } from '#app/time/local-time-fields.tsx';
import { dayAndTime } from '#app/time/words.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Move the meeting');

export const loader = partnerLoader(async ({ partner, viewer, id }) => {
  const back = addressOfConversation(partner.conversationId);
  const meeting = await meetingForm(partner, id('meeting'));
  if (!meeting?.open) throw redirect(back);
  return { meeting, back, zone: viewer.timeZone };
});

type Saved = NonNullable<Awaited<ReturnType<typeof meetingForm>>>;

export const action = partnerAction(MeetingSchema, async ({ partner, form, id }) => {
  if (!form.meeting) return afterMeetingStep(form, timeWords);
  const { meeting, draft, version } = form;
  const changed = await changeMeeting(partner, id('meeting'), { ...meeting, version });
  if (changed.ok) {
    const back = addressOfConversation(partner.conversationId);
    return redirectWith(back, changed.moved ? 'meeting-moved' : 'saved');
  }
  switch (changed.reason) {
    case 'gone':
      return gone();
    case 'time':
      return notThen(draft, changed.resolved, timeWords);
    case 'year':
      return refuse({ date: changed.doubt });
    case 'closed':
      return refuse({ '': meetingClosed });
    case 'changed-meanwhile': {
      const saved = found(await meetingForm(partner, id('meeting')));
      const again = { ...draft, version: String(saved.version) };
      return refusedWith(again, { '': changedMeanwhile }, { saved });
    }
    default:
      return refuse({ '': whyShut(changed.reason) });
  }
});

export default function MoveMeeting() {
  const { meeting, back, zone } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const answer = useActionData<
    { form?: FormReply; resolved?: Unresolved; saved?: Saved } | undefined
  >();
  const reply = answer?.form;
  const shown = useShownZone(zone, reply);
  const { fields, version } = meeting;
  const { date, time } = (reply?.values ?? fields) as { date: string; time: string };
  const saved = answer?.saved;
  return (
    <Page width="narrow">
      <PageHead
        title="Move the meeting"
        lede={mail('You both get the new calendar file by mail.', keptOfTwo)}
      />
      {saved && (
        <div className="mb-6">
          <NoticeBar>
            {`As it stands: ${dayAndTime(saved.startsAt, shown.shown)}, ${saved.fields.minutes} minutes`}
            {saved.fields.place && (
              <>
                , <bdi>{saved.fields.place}</bdi>
              </>
            )}
          </NoticeBar>
        </div>
      )}
      <MeetingForm
        {...{ defaults: fields, reply, zone: shown, version, back }}
        timeAnswer={
          <TimeAnswer
            resolved={reply ? answer?.resolved : (fields.twice ?? undefined)}
            date={date}
            time={time}
            zone={shown.shown}
            choice={fields.choice}
          />
        }
      />
    </Page>
  );
}
