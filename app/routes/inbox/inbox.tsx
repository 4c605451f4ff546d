import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { hearingInShort } from '#app/notifications/hearing/queries/hearing-in-short.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import styles from '#app/notifications/inbox/inbox.css?url';
import { placeOf } from '#app/notifications/inbox/rules/pages.ts';
import { InboxView } from '#app/notifications/inbox/views/inbox-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Inbox');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const place = placeOf(url.searchParams);
  const [page, heard] = await Promise.all([
    openInbox(viewer, place),
    place ? [] : hearingInShort(viewer),
  ]);
  return {
    ...page,
    heard,
    earlier: place !== null,
    inCircles: viewer.memberships.length > 0,
  };
});

export default function Inbox() {
  return <InboxView {...useLoaderData<typeof loader>()} />;
}
