import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfRequests } from '#app/joining/addresses.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { DecisionSchema } from '#app/joining/forms.ts';
import { openRequests } from '#app/joining/queries/requests.server.ts';
import { RequestCard } from '#app/joining/views/requests-view.tsx';
import { decisionRefusal } from '#app/joining/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('A request');

export const loader = hostLoader(async ({ host, id }) => {
  const asked = id('request');
  const requests = await openRequests(host);
  return {
    slug: host.circle.slug,
    request: requests.find((request) => request.id === asked) ?? null,
    timeZone: host.viewer.timeZone,
  };
});

export const action = hostAction(DecisionSchema, async ({ host, id, form }) => {
  const decided = found(await decideRequest(host, id('request'), form));
  if (!decided.ok) return refuse(decisionRefusal(decided.reason));
  const { seating } = decided;
  return redirectWith(
    addressOfRequests(host.circle.slug),
    !seating
      ? 'request-declined'
      : seating.kind === 'seated'
        ? 'request-accepted'
        : 'request-accepted-line',
  );
});

export default function DecideRequest() {
  const { slug, request, timeZone } = useLoaderData<typeof loader>();
  const back = <ButtonLink to={addressOfRequests(slug)}>All requests</ButtonLink>;
  return (
    <Page width="narrow">
      <PageHead title="A request" />
      {request ? (
        <RequestCard slug={slug} request={request} timeZone={timeZone} />
      ) : (
        <Empty title="This request is no longer open" action={back}>
          It was decided or withdrawn in the meantime.
        </Empty>
      )}
    </Page>
  );
}
