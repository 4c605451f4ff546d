import type { Member, Viewer } from '#app/access/proofs.ts';
import { type ByRoom, byRoom } from './by-room.ts';
import type { CircleLoad, HomeLoad, Loading } from './slots.ts';

const home = byRoom(
  import.meta.glob<HomeLoad>('/app/*/slots/home.server.ts', { eager: true, import: 'load' }),
);
const circle = byRoom(
  import.meta.glob<CircleLoad>('/app/*/slots/circle.server.ts', { eager: true, import: 'load' }),
);

/** What the rooms show on home, by room. */
export const loadHome = (viewer: Viewer, clock: { now: Date }) =>
  atOnce(home, clock, (load, loading) => load(viewer, loading));

/** What the rooms show on the page of a circle, by room. */
export const loadCircle = (member: Member, clock: { now: Date }) =>
  atOnce(circle, clock, (load, loading) => load(member, loading));

async function atOnce<Load>(
  loads: ByRoom<Load>,
  { now }: { now: Date },
  ask: (load: Load, loading: Loading) => Promise<unknown>,
): Promise<ByRoom<unknown>> {
  const loading = { now, once: asked(now) };
  const loaded = Object.entries(loads).map(async ([room, load]) => [
    room,
    await ask(load, loading),
  ]);
  return Object.fromEntries(await Promise.all(loaded));
}

function asked(now: Date): Loading['once'] {
  const answers = new Map<unknown, Promise<unknown>>();
  return <Of, T>(read: (of: Of, clock: { now: Date }) => Promise<T>, of: Of) => {
    const answer = (answers.get(read) as Promise<T> | undefined) ?? read(of, { now });
    answers.set(read, answer);
    return answer;
  };
}
