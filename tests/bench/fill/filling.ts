export interface Size {
  people: number;
  circles: number;
  notes: number;
}

/** Who the pages are measured as: a member of one circle, and somebody in forty. */
export const HEAVY = 1;
export const MEMBER = 2;
export const MANY_CIRCLES = 40;

/** What the parts of the fill are written with. `seat (circle_id, j, person_id)` is theirs alone. */
export interface Filling {
  run(text: string, values?: unknown[]): Promise<void>;
  size: Size;
}
