/** The first `sections` are read by the end of stint `stint`, counted from 1. */
export interface Held {
  sections: number;
  stint: number;
}

/**
 * Divides a row of sections, never reordered, among stints: the linear partition problem (Skiena,
 * The Algorithm Design Manual, "Dynamic Programming"). The largest stint is as small as possible;
 * among all divisions of that size the sum of squares is smallest, which is the most even one; among
 * equals, more is read earlier. A stint stays empty only where `held` or a lack of sections leaves
 * it nothing.
 * @param weights whole numbers from 0 up: pages
 * @returns how many sections are read by the end of each stint; null when something held would have
 *   to be read before the first
 */
export function partition(
  weights: readonly number[],
  stints: number,
  held: readonly Held[] = [],
): number[] | null {
  const least = new Int32Array(stints + 1);
  for (const { sections, stint } of [...held, { sections: weights.length, stint: stints }]) {
    if (sections > 0 && stint < 1) return null;
    const at = Math.min(stint, stints);
    least[at] = Math.max(least[at] ?? 0, Math.min(sections, weights.length));
  }
  for (let stint = 1; stint <= stints; stint++) {
    least[stint] = Math.max(least[stint] ?? 0, least[stint - 1] ?? 0);
  }
  const pagesBefore = new Float64Array(weights.length + 1);
  weights.forEach((weight, index) => {
    pagesBefore[index + 1] = (pagesBefore[index] ?? 0) + weight;
  });
  return evenest(pagesBefore, least, smallestCap(weights, pagesBefore, least));
}

/** The fewest pages that the largest stint can have, by halving the range it lies in. */
function smallestCap(
  weights: readonly number[],
  pagesBefore: Float64Array,
  least: Int32Array,
): number {
  let tooSmall = Math.max(0, ...weights) - 1;
  let enough = pagesBefore[weights.length] ?? 0;
  while (enough - tooSmall > 1) {
    const middle = Math.floor((tooSmall + enough) / 2);
    if (fits(pagesBefore, least, middle)) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}

/** Whether stints of at most `cap` pages, each filled as far as it goes, get everywhere in time. */
function fits(pagesBefore: Float64Array, least: Int32Array, cap: number): boolean {
  const sections = pagesBefore.length - 1;
  let end = 0;
  for (let stint = 1; stint < least.length; stint++) {
    const from = pagesBefore[end] ?? 0;
    while (end < sections && (pagesBefore[end + 1] ?? 0) - from <= cap) end++;
    if (end < (least[stint] ?? 0)) return false;
  }
  return true;
}

/** The division with the smallest sum of squares among those whose stints have at most `cap` pages. */
function evenest(pagesBefore: Float64Array, least: Int32Array, cap: number): number[] {
  const width = pagesBefore.length;
  const stints = least.length - 1;
  // cost[end]: the smallest sum of squares with which the stints so far read the first `end`.
  let cost = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  cost[0] = 0;
  const startOf = new Int32Array((stints + 1) * width);
  for (let stint = 1; stint <= stints; stint++) {
    const next = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    for (let end = least[stint] ?? 0; end < width; end++) {
      for (let start = end; start >= 0; start--) {
        const pages = (pagesBefore[end] ?? 0) - (pagesBefore[start] ?? 0);
        if (pages > cap) break;
        const sum = (cost[start] ?? 0) + pages * pages;
        if (sum < (next[end] ?? 0)) {
          next[end] = sum;
          startOf[stint * width + end] = start;
        }
      }
    }
    cost = next;
  }
  const ends: number[] = [];
  let end = width - 1;
  for (let stint = stints; stint >= 1; stint--) {
    ends.unshift(end);
    end = startOf[stint * width + end] ?? 0;
  }
  return ends;
}
