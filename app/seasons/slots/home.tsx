import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { WaitingWraps } from '#app/seasons/views/waiting-wraps.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 70,
      show: ({ loaded: wraps, clocks }) =>
        wraps.length > 0 && <WaitingWraps wraps={wraps} zone={clocks.zone} />,
    },
  ],
};
