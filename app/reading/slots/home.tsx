import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { ReadingNowRows } from '#app/reading/progress/views/reading-now-rows.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  reading: [
    {
      order: 10,
      show: ({ loaded: readings }) => readings.length > 0 && <ReadingNowRows readings={readings} />,
    },
  ],
};
