import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { REMINDERS_HEARING } from '#app/notifications/hearing/addresses.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { setOwnReminder } from '#app/sessions/reminders/commands/set-own-reminder.server.ts';
import { OwnReminderSchema } from '#app/sessions/reminders/forms.ts';
import { leadOf } from '#app/sessions/reminders/rules/leads.ts';

export const loader = memberLoader(() => redirect(REMINDERS_HEARING));

/** Whether one of the circle’s reminders comes to the viewer. */
export const action = memberButton(
  OwnReminderSchema,
  () => REMINDERS_HEARING,
  async ({ member, form: { set } }) => {
    const [said, to] = set.split('-');
    const lead = leadOf(Number(said));
    if (lead === null) return redirect(REMINDERS_HEARING);
    await setOwnReminder(member, lead, to === 'on');
    return redirectWith(REMINDERS_HEARING, to === 'on' ? 'reminder-on' : 'reminder-off');
  },
);
