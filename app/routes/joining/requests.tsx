import { useLoaderData } from '@remix-run/react';
import { hostLoader } from '#app/access/gates.server.ts';
import { openRequests } from '#app/joining/queries/requests.server.ts';
import { RequestsView } from '#app/joining/views/requests-view.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Requests');

export const loader = hostLoader(async ({ host, viewer, peek }) => {
  const { slug } = host.circle;
  const [requests] = await Promise.all([
    openRequests(host),
    markRead({ viewer, peek }, slug, ['request:*']),
  ]);
  return { slug, requests, timeZone: viewer.timeZone };
});

export default function Requests() {
  return <RequestsView {...useLoaderData<typeof loader>()} />;
}
