import { addressOfCircle } from '#app/circles/addresses.ts';
import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import { CircleWrap } from '#app/seasons/views/circle-wrap.tsx';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  main: [
    {
      order: 10,
      show: ({ loaded: wrap, circle, clocks, runs }) =>
        wrap && (
          <CircleWrap
            wrap={wrap}
            home={addressOfCircle(circle.slug)}
            zone={clocks.zone}
            runs={runs}
          />
        ),
    },
  ],
};
