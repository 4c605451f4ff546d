/**
 * Where a circle stands in a statement: the `circle_id` of one table of one query, the circle's own
 * id, or a value.
 */
export class Place {
  readonly #binds: Place[] = [];

  /** @param table the table that needs its circle; none for a circle itself and for values */
  constructor(readonly table?: string) {}

  /** What this is, `other` must be: not the other way round. */
  binds(other: Place): void {
    this.#binds.push(other);
  }

  /** This and all that must be the same. */
  reach(reached = new Set<Place>()): Set<Place> {
    if (reached.has(this)) return reached;
    reached.add(this);
    for (const bound of this.#binds) bound.reach(reached);
    return reached;
  }
}
