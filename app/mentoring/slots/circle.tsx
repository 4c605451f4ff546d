import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import { AsksInCircle, LatestTold } from '#app/mentoring/views/asks-in-circle.tsx';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  main: [{ order: 25, show: ({ loaded }) => <AsksInCircle {...loaded} /> }],
  side: [{ order: 30, show: ({ loaded: { told } }) => told && <LatestTold {...told} /> }],
};
