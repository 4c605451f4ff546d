/**
 * Where a circle stands in a statement: the `circle_id` of one table of one query, the circle's own
 * id, or a value.
 */
export class ClausePlace {
  readonly #binds: ClausePlace[] = [];

  /** @param table the table that needs its circle; none for a circle itself and for values */
  constructor(readonly table?: string) {}

  /** What this is, `other` must be: not the other way round. */
  binds(other: ClausePlace): void {
    this.#binds.push(other);
  }

  /** This and all that must be the same. */
  reach(reached = new Set<ClausePlace>()): Set<ClausePlace> {
    if (reached.has(this)) return reached;
    reached.add(this);
    for (const bound of this.#binds) bound.reach(reached);
    return reached;
  }
}
