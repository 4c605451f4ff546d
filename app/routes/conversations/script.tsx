import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnerLoader } from '#app/access/gates.server.ts';
import styles from '#app/mentoring/conversations/conversations.css?url';
import { partnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { scriptForTwo } from '#app/mentoring/conversations/queries/script.server.ts';
import { stepOf } from '#app/mentoring/conversations/rules/script.ts';
import { ScriptNow } from '#app/mentoring/conversations/views/script-for-two.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Thirty minutes for two');

export const loader = partnerLoader(async ({ partner, url }) => {
  const [steps, about] = await Promise.all([scriptForTwo(), partnerFace(partner)]);
  const { conversationId, side } = partner;
  return { conversationId, side, steps, about, at: stepOf(url.searchParams, steps.length) };
});

export default function Script() {
  return <ScriptNow {...useLoaderData<typeof loader>()} />;
}
