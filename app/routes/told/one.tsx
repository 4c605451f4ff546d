import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfTold } from '#app/mentoring/addresses.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { addressOfToldRestoration } from '#app/mentoring/told/addresses.ts';
import { myTold, toldOf } from '#app/mentoring/told/queries/told.server.ts';
import { Told } from '#app/mentoring/told/views/told-view.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('What I was told, what I’ll do');

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const { slug } = member.circle;
  const [told] = await Promise.all([
    toldOf(member, id('told')),
    markRead({ viewer, peek }, slug, [`told:${id('told')}`]),
  ]);
  // Who took it back finds it again, to bring it back.
  if (!told && (await myTold(member, id('told')))) {
    throw redirect(addressOfToldRestoration(slug, id('told')));
  }
  return {
    told: found(told),
    circle: slug,
    clocks: { now: new Date().toISOString(), zone: viewer.timeZone },
  };
});

export default function OneTold() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={addressOfTold(page.circle)}>What we were told</Link>}
        title="What I was told, what I’ll do"
      />
      <Told {...page} />
    </Page>
  );
}
