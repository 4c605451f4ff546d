import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { WaitingPolls } from '#app/polls/views/waiting-polls.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 55,
      show: ({ loaded: polls, clocks }) =>
        polls.length > 0 && <WaitingPolls polls={polls} clocks={clocks} />,
    },
  ],
};
