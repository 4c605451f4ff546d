import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { stateOfSite } from '#app/site/queries/state.server.ts';
import { complaintsOf } from '#app/site/rules/state.ts';
import { StateView } from '#app/site/views/state-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('How it runs');

export const loader = adminLoader(async ({ admin }) => {
  const now = new Date();
  const state = await stateOfSite(admin);
  return { state, complaints: complaintsOf(state, now), zone: admin.timeZone, now };
});

export default function StatePage() {
  const { state, complaints, zone, now } = useLoaderData<typeof loader>();
  return <StateView state={state} complaints={complaints} zone={zone} now={now} />;
}
