import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { toldHistory } from '#app/mentoring/told/queries/told-history.server.ts';
import { ToldHistory } from '#app/mentoring/told/views/told-history.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('What this said');

export const loader = memberLoader(async ({ member, viewer, id }) => ({
  history: found(await toldHistory(member, id('told'))),
  back: addressOfOneTold(member.circle.slug, id('told')),
  zone: viewer.timeZone,
}));

export default function History() {
  return <ToldHistory {...useLoaderData<typeof loader>()} />;
}
