import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReminders } from '#app/sessions/reminders/addresses.ts';
import { setCircleReminders } from '#app/sessions/reminders/commands/set-circle-reminders.server.ts';
import { CircleRemindersSchema } from '#app/sessions/reminders/forms.ts';
import { circleReminders } from '#app/sessions/reminders/queries/reminders.server.ts';
import { CircleRemindersForm } from '#app/sessions/reminders/views/circle-reminders-form.tsx';
import { changedSince } from '#app/sessions/reminders/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Reminders');

export const loader = facilitatorLoader(async ({ facilitator }) => ({
  circle: { slug: facilitator.circle.slug, name: facilitator.circle.name },
  reminders: await circleReminders(facilitator),
}));

export const action = facilitatorAction(CircleRemindersSchema, async ({ facilitator, form }) => {
  const set = await setCircleReminders(facilitator, form);
  if (!set.ok) {
    const saved = await circleReminders(facilitator);
    return refusedWith({ ...form, leads: form.leads.map(String) }, { '': changedSince }, { saved });
  }
  return redirectWith(addressOfReminders(facilitator.circle.slug), 'reminders-saved');
});

export default function RemindersPage() {
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  return <CircleRemindersForm {...useLoaderData<typeof loader>()} saved={saved} />;
}
