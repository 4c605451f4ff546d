import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { addressOfSettings } from '#app/circles/addresses.ts';
import { changeSettings } from '#app/circles/commands/change-settings.server.ts';
import { CircleSettingsSchema } from '#app/circles/forms.ts';
import { settingsOf } from '#app/circles/queries/settings.server.ts';
import { SettingsView } from '#app/circles/views/settings-view.tsx';
import { settingsRefusal } from '#app/circles/words/refusals.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Settings');

export const loader = hostLoader(async ({ host }) => ({
  slug: host.circle.slug,
  ...(await settingsOf(host)),
}));

export const action = hostAction(CircleSettingsSchema, async ({ host, form }) => {
  const changed = await changeSettings(host, form);
  if (!changed.ok && changed.reason === 'changed') {
    const saved = await settingsOf(host);
    const typed = { ...form, seats: String(form.seats) };
    return refusedWith(typed, settingsRefusal(changed), { saved: { ...saved, zones: [] } });
  }
  if (!changed.ok) return refuse(settingsRefusal(changed));
  return redirectWith(addressOfSettings(host.circle.slug), 'saved');
});

export default function Settings() {
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  return <SettingsView {...useLoaderData<typeof loader>()} saved={saved} />;
}
