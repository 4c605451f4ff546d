import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { addressOfFeed, CALENDAR } from '#app/calendars/addresses.ts';
import { endFeed, makeFeed } from '#app/calendars/feed/commands/make-feed.server.ts';
import { FeedSchema } from '#app/calendars/feed/forms.ts';
import { ownFeeds } from '#app/calendars/feed/queries/own-feeds.server.ts';
import { FeedMade, FeedsView } from '#app/calendars/feed/views/feeds-view.tsx';
import { refuse } from '#app/platform/forms/form.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your calendar');

export const loader = viewerLoader(async ({ viewer }) => ({
  feeds: await ownFeeds(viewer),
  circles: viewer.memberships.map(({ circle: { slug, name } }) => ({ slug, name })),
  zone: viewer.timeZone,
  now: new Date().toISOString(),
  submissionKey: crypto.randomUUID(),
}));

/** Answers with a page instead of a redirect: the address can be told only now. */
export const action = viewerAction(FeedSchema, async ({ viewer, form }) => {
  if (form.act === 'end') {
    if (form.feed !== null) await endFeed(viewer, form.feed);
    return redirectWith(CALENDAR, 'feed-ended');
  }
  const made = await makeFeed(viewer, form);
  if (!made.ok && made.reason === 'made-before') return redirectWith(CALENDAR, 'feed-made-before');
  if (!made.ok) return refuse({ circle: 'You are not in this circle any more.' });
  return { made: absolute(addressOfFeed(made.token)) };
});

export default function YourCalendar() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  return (
    <Page width="narrow">
      {made ? (
        <>
          <PageHead
            title="The address is there"
            lede="Copy it now: it is not shown again. You can make another at any time."
          />
          <FeedMade address={made} />
          <p className="mt-6">
            <ButtonLink to={CALENDAR}>Back to your calendar</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <PageHead
            title="Your calendar"
            lede="Give your calendar an address, and it shows your sessions and keeps up with them."
          />
          <FeedsView {...loaded} />
        </>
      )}
    </Page>
  );
}
