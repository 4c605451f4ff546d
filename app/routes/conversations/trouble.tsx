import { useLoaderData } from '@remix-run/react';
import { partnerLoader } from '#app/access/gates.server.ts';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { handedOver } from '#app/mentoring/reports/queries/report.server.ts';
import { TroubleView } from '#app/mentoring/reports/views/trouble-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Something isn’t right');

export const loader = partnerLoader(async ({ partner, viewer }) => {
  const [{ name, blocked }, handed] = await Promise.all([
    partnerFace(partner),
    handedOver(partner),
  ]);
  const { conversationId } = partner;
  return { conversationId, other: name, blocked, handed, zone: viewer.timeZone };
});

export default function Trouble() {
  return <TroubleView {...useLoaderData<typeof loader>()} />;
}
