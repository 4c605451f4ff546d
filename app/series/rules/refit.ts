/** Which sessions become which days where a series changes. Pure and without imports. */

const DAY = 24 * 60 * 60 * 1000;
const apart = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / DAY;

/** A session moves to a day less than a week from its own; further than that it is another one. */
const NEAR_DAYS = 6;

/**
 * Pairs the days there are with those there are to be: the same day, else in order the nearest that
 * nothing else is on.
 * @param old in order, each once
 * @param wanted in order, each once
 * @returns the new day of each old one; one that is missing has none
 */
export function pairDays(old: readonly string[], wanted: readonly string[]): Map<string, string> {
  const pairs = new Map(old.filter((day) => wanted.includes(day)).map((day) => [day, day]));
  const left = old.filter((day) => !pairs.has(day));
  const free = wanted.filter((day) => !pairs.has(day));
  let [at, next] = [0, 0];
  while (at < left.length && next < free.length) {
    const [from = '', to = ''] = [left[at], free[next]];
    const gap = apart(from, to);
    if (Math.abs(gap) <= NEAR_DAYS) {
      pairs.set(from, to);
      at += 1;
      next += 1;
    } else if (gap > 0) at += 1;
    else next += 1;
  }
  return pairs;
}
