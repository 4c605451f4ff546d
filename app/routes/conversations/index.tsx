import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { myConversations } from '#app/mentoring/conversations/queries/my-conversations.server.ts';
import { placeOf } from '#app/mentoring/conversations/rules/paging.ts';
import { ConversationList } from '#app/mentoring/conversations/views/conversation-list.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your conversations');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const before = placeOf(url.searchParams);
  return {
    ...(await myConversations(viewer, before)),
    first: before === null,
    now: new Date().toISOString(),
    zone: viewer.timeZone,
  };
});

export default function Conversations() {
  return <ConversationList {...useLoaderData<typeof loader>()} />;
}
