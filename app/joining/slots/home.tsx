import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { InvitationRows, OfferRows, RequestRows } from '#app/joining/views/needs-rows.tsx';
import { AskedRows, InLineRows } from '#app/joining/views/waiting-rows.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 10,
      show: ({ loaded: { offers }, clocks }) =>
        offers.length > 0 && <OfferRows offers={offers} zone={clocks.zone} />,
    },
    {
      order: 20,
      show: ({ loaded: { invitations }, clocks }) =>
        invitations.length > 0 && <InvitationRows invitations={invitations} zone={clocks.zone} />,
    },
    {
      order: 30,
      show: ({ loaded: { requests } }) =>
        requests.length > 0 && <RequestRows requests={requests} />,
    },
  ],
  waiting: [
    {
      order: 10,
      show: ({ loaded: { inLine } }) => inLine.length > 0 && <InLineRows places={inLine} />,
    },
    {
      order: 20,
      show: ({ loaded: { asked }, clocks }) =>
        asked.length > 0 && <AskedRows asked={asked} zone={clocks.zone} />,
    },
  ],
};
