import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { addressOfKeptMail } from '#app/site/addresses.ts';
import { outboxFor } from '#app/site/queries/outbox.server.ts';
import { SiteNav } from '#app/site/views/site-nav.tsx';
import { When } from '#app/time/when.tsx';
import { Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Outbox');

export const loader = adminLoader(async ({ admin, url }) => {
  const before = url.searchParams.get('before');
  const { messages, older, isKept } = await outboxFor(admin, before);
  return {
    messages,
    isKept,
    older: older && `/site/outbox?before=${encodeURIComponent(older)}`,
    newer: before && '/site/outbox',
    zone: admin.timeZone,
    now: new Date().toISOString(),
  };
});

export default function OutboxPage() {
  const { messages, isKept, older, newer, zone, now } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead
        title="Outbox"
        lede={
          isKept
            ? 'No mail server is set, so messages are kept here. Pass their links on to the people they are for, or set SMTP_URL to have them sent.'
            : 'Mail is sent through your mail server. What was kept before is still here.'
        }
      />
      {messages.length === 0 ? (
        <Empty title="Nothing in the outbox">
          Invitations, confirmations and new passwords appear here as they are written.
        </Empty>
      ) : (
        <Rows label="Messages">
          {messages.map((message) => (
            <Row
              key={message.id}
              title={message.subject}
              to={addressOfKeptMail(message.id)}
              meta={
                <>
                  To {message.to}, <When at={message.at} zone={zone} now={now} style="relative" />
                </>
              }
            />
          ))}
        </Rows>
      )}
      <Pager newer={newer} older={older} />
    </Page>
  );
}
