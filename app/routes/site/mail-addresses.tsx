import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { refusedAddresses } from '#app/notifications/queries/refused-addresses.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { MAIL, REFUSED_ADDRESSES } from '#app/site/addresses.ts';
import { takeOffRefused } from '#app/site/commands/take-off-refused.server.ts';
import { WriteAgainSchema } from '#app/site/forms.ts';
import { RefusedAddressesView } from '#app/site/views/refused-addresses-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Addresses not written to');

export const loader = adminLoader(async ({ admin, url }) => {
  const after = url.searchParams.get('after');
  const { addresses, next } = await refusedAddresses(admin, after);
  return {
    addresses,
    first: after && REFUSED_ADDRESSES,
    next: next && `${REFUSED_ADDRESSES}?after=${encodeURIComponent(next)}`,
    zone: admin.timeZone,
    now: new Date(),
  };
});

export const action = adminAction(WriteAgainSchema, async ({ admin, form }) => {
  await takeOffRefused(admin, form.address);
  return redirectWith(MAIL, 'address-written-to');
});

export default function RefusedAddressesPage() {
  return <RefusedAddressesView {...useLoaderData<typeof loader>()} />;
}
