import type { Cloth } from '#app/access/proofs.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';

/** What of an item its place on the page depends on. */
export interface Arranged {
  topic: string;
  /** null of what is between people */
  circle: { id: number; slug: string; name: string; cloth: Cloth } | null;
  threadId: number | null;
  forYou: boolean;
  held: boolean;
  read: boolean;
  waitsFor: string | null;
}

/** Items that are one line of the page, the first thing that happened coming first. */
export interface Group<Item> {
  fresh: boolean;
  items: readonly [Item, ...Item[]];
}

/** What is for the viewer, what else is between them and others, or what is of one circle. */
export interface Part<Item> {
  of: 'you' | 'between' | NonNullable<Arranged['circle']>;
  groups: readonly Group<Item>[];
  /** says what waits until they have read on */
  waits: string | null;
}

/**
 * An inbox as it is read: what is new and for the viewer first, then circle by circle, the one where
 * something new happened last coming first; what is between people stands as a circle does. In each, what is new comes before what is read, all that
 * is new in one thread is one line, and of a thread that holds something new nothing else is said.
 * @param items the latest first
 */
export function arranged<Item extends Arranged>(items: readonly Item[]): Part<Item>[] {
  const shown = items.filter(({ held, read }) => read || !held);
  const fresh = shown.filter(({ read }) => !read);
  const forYou = groupsOf(fresh.filter((item) => item.forYou));
  const newsFirst = [...fresh.filter((item) => !item.forYou), ...items];
  const places = new Map(newsFirst.map((item) => [placeOf(item), item.circle]));
  const parts = [...places].map(([place, circle]): Part<Item> => {
    const here = shown.filter((item) => placeOf(item) === place);
    const news = groupsOf(here.filter(({ read, forYou: mine }) => !read && !mine));
    const told = new Set(fresh.map(thingOf));
    const before = groupsOf(here.filter((item) => item.read && !told.has(thingOf(item))));
    const waiting = items.filter((item) => item.held && !item.read && placeOf(item) === place);
    // Of what was read before, the latest says it all.
    const latest = before.map(
      ({ items }): Group<Item> => ({ fresh: false, items: [lastOf(items)] }),
    );
    return { of: circle ?? 'between', groups: [...news, ...latest], waits: waits(waiting) };
  });
  const yours = forYou.length > 0 ? [{ of: 'you' as const, groups: forYou, waits: null }] : [];
  return [...yours, ...parts.filter(({ groups, waits }) => groups.length > 0 || waits)];
}

const placeOf = ({ circle }: Arranged) => circle?.id ?? 0;

const thingOf = (item: Arranged) =>
  `${placeOf(item)}/${item.threadId === null ? item.topic : `thread:${item.threadId}`}`;

const lastOf = <Item>(items: readonly [Item, ...Item[]]): Item =>
  items[items.length - 1] ?? items[0];

/** In the order of the latest of each. */
function groupsOf<Item extends Arranged>(items: readonly Item[]): Group<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(thingOf(item));
    if (group) group.unshift(item);
    else groups.set(thingOf(item), [item]);
  }
  return [...groups.values()].map((all) => ({ fresh: !all[0].read, items: all }));
}

/** 'Two notes about chapter 8 wait until you’ve read it.' */
function waits(held: readonly Arranged[]): string | null {
  const places = held.flatMap(({ waitsFor }) => waitsFor ?? []);
  const [place] = places;
  if (place === undefined) return null;
  const n = places.length;
  const notes = n === 1 ? 'A note' : `${capital(countWord(n))} notes`;
  const wait = plural(n, 'waits', 'wait');
  return places.every((one) => one === place)
    ? `${notes} about ${place} ${wait} until you’ve read it.`
    : `${notes} from further on ${wait} until you’ve read there.`;
}
