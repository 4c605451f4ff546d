import { type Grouped, groupsOf, movesOf } from '#app/cards/rules/groups.ts';
import type { Slide } from './slides.ts';

/** Who sits with whom on a wall: drawn by a number, so that the same number is the same drawing. */

/** The names in an order of chance. */
export function drawnOrder(names: readonly string[], draw: number): string[] {
  const order = [...names];
  const next = chance(draw);
  for (let at = order.length - 1; at > 0; at--) {
    const with_ = Math.floor(next() * (at + 1));
    [order[at], order[with_]] = [order[with_] as string, order[at] as string];
  }
  return order;
}

// mulberry32: small, and the same in every browser and on the server.
function chance(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An order parted into a step's groups. Neighbours stay neighbours, so that two pairs become a four;
 * in pairs that change everybody meets somebody else each round.
 * @param round from 1
 */
export function seated<T>({ mode }: Grouped, order: readonly T[], round: number): T[][] {
  const sizes = groupsOf(mode, order.length);
  const line = mode === 'rotating' && sizes.length > 1 ? inRound(order, round) : order;
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return line.slice(at - size, at);
  });
}

/** The circle method: one stays, the others go round. Of an odd number, three stand first. */
function inRound<T>(order: readonly T[], round: number): T[] {
  const [stays, ...go] = order.length % 2 === 0 ? order : [undefined, ...order];
  const by = (round - 1) % go.length;
  const ring = [stays, ...go.slice(by), ...go.slice(0, by)] as (T | undefined)[];
  const pairs = ring.slice(0, ring.length / 2).map((one, at) => [one, ring.at(-1 - at)]);
  const [first = [], ...others] = pairs;
  const there = (pair: (T | undefined)[]) => pair.filter((one): one is T => one !== undefined);
  // Whoever would be alone joins the pair beside them, which then is the one of three.
  return [...there(first), ...others.flatMap(there)];
}

/** Whether people change places before a slide: then its time waits until they sit. */
export function isMovedTo(slides: readonly Slide[], at: number, people: number): boolean {
  const modes = (to: number) =>
    slides.slice(0, to).flatMap(({ step, grouped }) => (step && grouped ? grouped.mode : []));
  return movesOf(modes(at + 1), people) > movesOf(modes(at), people);
}

/**
 * The names to draw groups of: everybody who said they come, unless another number came.
 * @param people how many came, where somebody said so
 */
export function namesOnWall(
  members: readonly { name: string; answer: string | null }[],
  people: number | null,
): string[] | null {
  const come = members.filter(({ answer }) => answer === 'yes').map(({ name }) => name);
  return come.length === 0 || (people !== null && people !== come.length) ? null : shortNames(come);
}

/** First names, where no two share one. */
function shortNames(names: readonly string[]): string[] {
  const first = (name: string) => name.trim().split(/\s+/)[0] ?? name;
  return names.map((name) =>
    first(name).length > 1 && names.filter((other) => first(other) === first(name)).length === 1
      ? first(name)
      : name,
  );
}
