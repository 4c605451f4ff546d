import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import { OpenPolls } from '#app/polls/views/open-polls.tsx';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  main: [
    {
      order: 15,
      show: ({ loaded: polls, circle, clocks }) =>
        polls.length > 0 && <OpenPolls polls={polls} circleSlug={circle.slug} clocks={clocks} />,
    },
  ],
};
