import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { deadLetters } from '#app/notifications/queries/dead-letters.server.ts';
import { MAIL } from '#app/site/addresses.ts';
import { mailPage } from '#app/site/queries/mail-page.server.ts';
import { MailView } from '#app/site/views/mail-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Mail');

export const loader = adminLoader(async ({ admin, url }) => {
  const before = url.searchParams.get('before');
  const now = new Date();
  const [mail, { letters, older }] = await Promise.all([
    mailPage(admin, now),
    deadLetters(admin, before),
  ]);
  return {
    ...{ mail, letters, now, zone: admin.timeZone, address: admin.email },
    older: older && `${MAIL}?before=${older}`,
    newer: before && MAIL,
  };
});

export default function MailPage() {
  return <MailView {...useLoaderData<typeof loader>()} />;
}
