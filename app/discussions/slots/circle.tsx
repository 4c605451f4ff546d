import { LatestThreads } from '#app/discussions/views/latest-threads.tsx';
import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  main: [
    {
      order: 30,
      show: ({ loaded: threads, circle, clocks }) => (
        <LatestThreads
          circle={circle.slug}
          threads={threads}
          zone={clocks.zone}
          now={Date.parse(clocks.now)}
        />
      ),
    },
  ],
};
