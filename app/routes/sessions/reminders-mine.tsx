import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { REMINDERS_HEARING } from '#app/notifications/hearing/addresses.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { setOwnReminder } from '#app/sessions/reminders/commands/set-own-reminder.server.ts';
import { OwnReminderSchema } from '#app/sessions/reminders/forms.ts';

export const loader = memberLoader(() => redirect(REMINDERS_HEARING));

/** Whether one of the circle’s reminders comes to the viewer. */
export const action = memberButton(
  OwnReminderSchema,
  () => REMINDERS_HEARING,
  async ({ member, form: { set } }) => {
    await setOwnReminder(member, set.lead, set.on);
    return redirectWith(REMINDERS_HEARING, set.on ? 'reminder-on' : 'reminder-off');
  },
);
