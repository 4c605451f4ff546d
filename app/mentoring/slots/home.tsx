import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { GivingOnHome } from '#app/mentoring/giving/views/giving-on-home.tsx';
import { NeededRows, NewAsks } from '#app/mentoring/views/asks-on-home.tsx';
import { DueOnHome } from '#app/mentoring/views/due-on-home.tsx';
import { WeekOnHome } from '#app/mentoring/week/views/week-on-home.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 45,
      show: ({ loaded: { asks } }) => asks.needs.length > 0 && <NeededRows needs={asks.needs} />,
    },
  ],
  fresh: [
    {
      order: 20,
      show: ({ loaded: { asks } }) => asks.fresh.length > 0 && <NewAsks circles={asks.fresh} />,
    },
  ],
  own: [
    { order: 5, show: ({ loaded: { due } }) => due.length > 0 && <DueOnHome due={due} /> },
    { order: 10, show: ({ loaded: { week } }) => week && <WeekOnHome week={week} /> },
  ],
  below: [{ order: 10, show: ({ loaded: { giving } }) => <GivingOnHome {...giving} /> }],
};
