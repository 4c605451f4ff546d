import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { asksPage } from '#app/mentoring/asks/queries/asks-page.server.ts';
import { AsksView } from '#app/mentoring/asks/views/asks-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Asks');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const before = url.searchParams.get('before');
  return {
    page: await asksPage(viewer, before),
    isFirst: before === null,
    ...{ zone: viewer.timeZone, now: new Date().toISOString() },
  };
});

export default function Asks() {
  return <AsksView {...useLoaderData<typeof loader>()} />;
}
