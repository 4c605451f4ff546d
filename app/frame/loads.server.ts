import type { Member, Viewer } from '#app/access/proofs.ts';
import { type ByRoom, byRoom } from './by-room.ts';
import type { CircleLoad, HomeLoad } from './slots.ts';

const home = byRoom(
  import.meta.glob<HomeLoad>('/app/*/slots/home.server.ts', { eager: true, import: 'load' }),
);
const circle = byRoom(
  import.meta.glob<CircleLoad>('/app/*/slots/circle.server.ts', { eager: true, import: 'load' }),
);

/** What the rooms show on home, by room. */
export const loadHome = (viewer: Viewer, clock: { now: Date }) =>
  atOnce(home, (load) => load(viewer, clock));

/** What the rooms show on the page of a circle, by room. */
export const loadCircle = (member: Member, clock: { now: Date }) =>
  atOnce(circle, (load) => load(member, clock));

async function atOnce<Load>(
  loads: ByRoom<Load>,
  ask: (load: Load) => Promise<unknown>,
): Promise<ByRoom<unknown>> {
  const loaded = Object.entries(loads).map(async ([room, load]) => [room, await ask(load)]);
  return Object.fromEntries(await Promise.all(loaded));
}
