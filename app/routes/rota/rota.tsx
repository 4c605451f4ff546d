import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { setRota } from '#app/series/rota/commands/set-rota.server.ts';
import { RotaSchema } from '#app/series/rota/forms.ts';
import { rotaPage } from '#app/series/rota/queries/rota.server.ts';
import { RotaView } from '#app/series/rota/views/rota-view.tsx';
import { rotaChanged } from '#app/series/rota/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Whose turn it is');

export const loader = memberLoader(async ({ member }) => ({
  rota: await rotaPage(member),
  circleSlug: member.circle.slug,
  me: member.personId,
  runs: runsNow(member),
  clocks: clocksOf(member),
}));

export const action = facilitatorAction(RotaSchema, async ({ facilitator, form }) => {
  const set = await setRota(facilitator, form);
  if (set.ok) {
    const path = addressOfRota(facilitator.circle.slug);
    return redirectWith(path, form.runs || form.notes ? 'rota-set' : 'rota-off');
  }
  const version = String((await rotaPage(facilitator)).version);
  const typed = { ...(form.runs && { runs: 'on' }), ...(form.notes && { notes: 'on' }) };
  return refusedWith({ ...typed, version }, { '': rotaChanged }, { version });
});

export default function Rota() {
  const refused = useActionData<typeof action>() as { version?: string } | undefined;
  const page = useLoaderData<typeof loader>();
  return <RotaView {...page} {...(refused?.version && { version: refused.version })} />;
}
