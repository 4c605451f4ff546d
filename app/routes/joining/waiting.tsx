import { useLoaderData } from '@remix-run/react';
import { hostLoader } from '#app/access/gates.server.ts';
import { waitingLine } from '#app/joining/queries/requests.server.ts';
import { WaitingView } from '#app/joining/views/waiting-view.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Waiting list');

export const loader = hostLoader(async ({ host, viewer, peek }) => {
  const { slug } = host.circle;
  const [line] = await Promise.all([
    waitingLine(host),
    markRead({ viewer, peek }, slug, ['person:*']),
  ]);
  return { slug, line, timeZone: viewer.timeZone };
});

export default function Waiting() {
  return <WaitingView {...useLoaderData<typeof loader>()} />;
}
