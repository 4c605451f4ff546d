import { ToRank } from '#app/choosing/views/to-rank.tsx';
import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 60,
      show: ({ loaded: choices, clocks }) =>
        choices.length > 0 && <ToRank choices={choices} clocks={clocks} />,
    },
  ],
};
