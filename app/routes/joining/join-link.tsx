import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { addressOfPeople } from '#app/circles/addresses.ts';
import { addressOfInvitations, addressOfJoining } from '#app/joining/addresses.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { JoinLinkSchema } from '#app/joining/forms.ts';
import { joinLinkOf } from '#app/joining/queries/openings.server.ts';
import { JoinLinkPanel } from '#app/joining/views/join-link-panel.tsx';
import { absolute } from '#app/platform/links.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { CopyField } from '#app/ui/forms/copy-field.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('The reusable link');

export const loader = hostLoader(async ({ host }) => ({
  slug: host.circle.slug,
  link: await joinLinkOf(host),
  timeZone: host.viewer.timeZone,
}));

/** Answers with a page instead of a redirect: the link can be told only now. */
export const action = hostAction(JoinLinkSchema, async ({ host, form }) => {
  const token = await resetJoinLink(host, form);
  if (!token) throw redirect(addressOfPeople(host.circle.slug), 303);
  return { made: absolute(addressOfJoining(token)) };
});

export default function ReusableLink() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="narrow">
      {answer && 'made' in answer ? (
        <>
          <PageHead
            title="The link is there"
            lede="Copy it now: it is not shown again. Links made before no longer work."
          />
          <CopyField label="For whoever should join as a member" value={answer.made} />
        </>
      ) : (
        <>
          <PageHead title="A link into the circle" />
          <JoinLinkPanel {...loaded} />
        </>
      )}
      <p className="mt-6">
        <ButtonLink to={addressOfInvitations(loaded.slug)}>Back to the invitations</ButtonLink>
      </p>
    </Page>
  );
}
