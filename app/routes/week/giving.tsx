import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import styles from '#app/mentoring/giving/giving.css?url';
import { givingPage, thanksBefore } from '#app/mentoring/giving/queries/giving-page.server.ts';
import { GivingPage } from '#app/mentoring/giving/views/giving-page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Giving and receiving');

export const loader = viewerLoader(async ({ viewer, url }) => {
  const before = thanksBefore(url.searchParams.get('before'));
  return {
    page: await givingPage(viewer, before),
    later: before !== null,
    zone: viewer.timeZone,
  };
});

export default function Giving() {
  return <GivingPage {...useLoaderData<typeof loader>()} />;
}
