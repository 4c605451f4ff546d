import { NotConsentedRows } from '#app/circles/agreement/views/not-consented-rows.tsx';
import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 40,
      show: ({ loaded: circles }) => circles.length > 0 && <NotConsentedRows circles={circles} />,
    },
  ],
};
