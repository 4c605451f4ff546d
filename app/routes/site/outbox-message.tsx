import { useLoaderData } from '@remix-run/react';
import { adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfKeptMailBody } from '#app/site/addresses.ts';
import { outboxMessageFor } from '#app/site/queries/outbox.server.ts';
import { SiteNav } from '#app/site/views/site-nav.tsx';
import { When } from '#app/time/when.tsx';
import { Block, Details, Facts, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ message: { subject: string } }>(({ message }) => message.subject);

export const loader = adminLoader(async ({ admin, params }) => ({
  message: found(await outboxMessageFor(admin, params.message ?? '')),
  zone: admin.timeZone,
}));

const IN_CALENDARS: Readonly<Record<string, string>> = {
  REQUEST: 'An invitation',
  CANCEL: 'A cancellation',
};

export default function OutboxMessagePage() {
  const { message, zone } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead title={message.subject} />
      <Facts
        items={[
          { term: 'To', value: message.to },
          { term: 'From', value: message.from },
          { term: 'Written', value: <When at={message.at} zone={zone} /> },
          ...(message.invitation
            ? [{ term: 'For calendars', value: IN_CALENDARS[message.invitation.method] }]
            : []),
          ...message.attachments.map(({ name }) => ({ term: 'Attached', value: name })),
        ]}
      />
      {message.links.length > 0 && (
        <Block title="Links">
          <ul>
            {message.links.map((link) => (
              <li key={link} className="break-all">
                <a href={link}>{link}</a>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title="Text">
        <pre className="whitespace-pre-wrap break-words font-sans">{message.text}</pre>
      </Block>
      <Details summary="As mail programs show it">
        <iframe
          title="The message as mail programs show it"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
          src={addressOfKeptMailBody(message.id)}
          className="h-[36rem] w-full rounded border border-rule bg-white"
        />
      </Details>
    </Page>
  );
}
