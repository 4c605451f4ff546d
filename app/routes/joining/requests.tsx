import { useLoaderData } from '@remix-run/react';
import { hostLoader } from '#app/access/gates.server.ts';
import { openRequests } from '#app/joining/queries/requests.server.ts';
import { RequestsView } from '#app/joining/views/requests-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Requests');

export const loader = hostLoader(async ({ host }) => ({
  slug: host.circle.slug,
  requests: await openRequests(host),
  timeZone: host.viewer.timeZone,
}));

export default function Requests() {
  return <RequestsView {...useLoaderData<typeof loader>()} />;
}
