import { useParams } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { addressOfAbout } from '#app/joining/addresses.ts';
import { withdrawRequest } from '#app/joining/commands/request-to-join.server.ts';
import { hasAsked } from '#app/joining/queries/mine.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Withdraw the request');

export const loader = viewerLoader(async ({ viewer, params }) => {
  found(await hasAsked(viewer, params.circle ?? ''));
  return null;
});

export const action = viewerAction(ConfirmedSchema, async ({ viewer, params }) => {
  found((await withdrawRequest(viewer, params.circle ?? '')) || null);
  return redirectWith('/', 'request-withdrawn');
});

export default function WithdrawRequest() {
  const { circle = '' } = useParams();
  return (
    <Asking
      title="Withdraw your request?"
      yes="Withdraw it"
      back={{ to: addressOfAbout(circle), label: 'Keep it' }}
    >
      The host is not asked any more. You can ask again later.
    </Asking>
  );
}
