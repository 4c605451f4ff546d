import { useLoaderData } from '@remix-run/react';
import { hostLoader } from '#app/access/gates.server.ts';
import { waitingLine } from '#app/joining/queries/requests.server.ts';
import { WaitingView } from '#app/joining/views/waiting-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Waiting list');

export const loader = hostLoader(async ({ host }) => ({
  slug: host.circle.slug,
  line: await waitingLine(host),
  timeZone: host.viewer.timeZone,
}));

export default function Waiting() {
  return <WaitingView {...useLoaderData<typeof loader>()} />;
}
