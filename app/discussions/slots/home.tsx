import { UnreadThreads } from '#app/discussions/views/unread-threads.tsx';
import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  fresh: [
    {
      order: 10,
      show: ({ loaded: circles }) => circles.length > 0 && <UnreadThreads circles={circles} />,
    },
  ],
};
