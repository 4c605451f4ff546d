/**
 * Volumes of one series carry its name and a number: 'Collected (Long Series, #2)'. Two numbers are
 * two books; a row without one could be any of them.
 */
export const volumeOf = (title: string): string | null =>
  /\([^()]*#\s*([^()]*?)\s*\)\s*$/.exec(title)?.[1] ?? null;

export const isVolumeOf = (one: string, other: string) => {
  const [a, b] = [volumeOf(one), volumeOf(other)];
  return a === null || b === null || a === b;
};
