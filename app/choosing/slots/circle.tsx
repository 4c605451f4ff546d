import { ChoiceLine } from '#app/choosing/views/choice-line.tsx';
import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  side: [
    {
      order: 20,
      // Below the reading's plan: what comes after it.
      joined: true,
      show: ({ loaded: line, circle, clocks }) =>
        line && <ChoiceLine line={line} circle={circle.slug} clocks={clocks} />,
    },
  ],
};
