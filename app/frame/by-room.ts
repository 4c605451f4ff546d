import type { Part } from './slots.ts';

export type ByRoom<T> = Record<string, T>;

/** What a glob found in the rooms, by the room's name. */
export const byRoom = <T>(found: Record<string, T>): ByRoom<T> =>
  Object.fromEntries(Object.entries(found).map(([path, what]) => [path.split('/')[2] ?? '', what]));

/** What several rooms have for one place, in its order. */
export const byOrder = <T extends { order: number }>(parts: readonly T[]): readonly T[] =>
  [...parts].sort((a, b) => a.order - b.order);

/**
 * The parts of one place, in its order, each with its room, whose data it shows.
 * @param partsOf a room's parts of that place
 */
export function partsInPlace<Slots, P extends Part<never>>(
  slots: ByRoom<Slots>,
  partsOf: (of: Slots) => readonly P[] | undefined,
): readonly (P & { room: string })[] {
  return byOrder(
    Object.entries(slots).flatMap(([room, of]) =>
      (partsOf(of) ?? []).map((part) => ({ ...part, room })),
    ),
  );
}
