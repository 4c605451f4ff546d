import type { Node } from 'libpg-query';

type Intersected<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** A node of PostgreSQL's own syntax tree: one of these is there. */
export type Tree = Partial<Intersected<Node>>;

/** Calls `found` with the outermost nodes of the kinds asked for, at any depth below. */
export function eachBelow(
  tree: unknown,
  kinds: readonly (keyof Tree)[],
  found: (tree: Tree) => void,
): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (kinds.some((kind) => kind in tree)) found(tree as Tree);
  else for (const child of Object.values(tree)) eachBelow(child, kinds, found);
}
