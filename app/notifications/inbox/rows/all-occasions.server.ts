import type { Occasion, OccasionKind } from '#app/notifications/rules/occasions.ts';

type AnyOccasion = Occasion<unknown, unknown>;

/** The kinds of occasion of every room: the files of their `occasions/` are found, not listed. */
const all: Record<string, AnyOccasion> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, AnyOccasion>>('/app/*/occasions/*.server.ts', {
      eager: true,
      import: 'occasions',
    }),
  ),
);

/** A kind by its name; undefined for one of another version of Octavo. */
export const occasionOf = (kind: string): AnyOccasion | undefined =>
  Object.hasOwn(all, kind) ? all[kind] : undefined;

export const everyOccasion = (): AnyOccasion[] => Object.values(all);

/** A kind that the code itself names. */
export function knownOccasion(kind: OccasionKind): AnyOccasion {
  const known = occasionOf(kind);
  if (!known) throw new Error(`No room has an occasion ${kind}.`);
  return known;
}

/** What several things of one thread say in one line, the first that happened coming first. */
export function together(
  several: readonly { kind: string; text: string; by: string | null; facts: unknown }[],
): string {
  const [first] = several;
  const kinds = new Set(several.map(({ kind }) => kind));
  const inOne = kinds.size === 1 && first && occasionOf(first.kind)?.together?.(several);
  return inOne || several.map(({ text }) => text).join(' ');
}

/**
 * SQL that gives, of a row `i`, what its kind says in SQL of it.
 * @param otherwise of kinds that say nothing
 */
export function ofKind(says: (kind: AnyOccasion) => string | undefined, otherwise: string): string {
  const bySql = new Map<string, string[]>();
  for (const [name, kind] of Object.entries(all)) {
    const sql = says(kind);
    if (sql) bySql.set(sql, [...(bySql.get(sql) ?? []), `'${name}'`]);
  }
  const cases = [...bySql].map(([sql, names]) => `when i.kind in (${names.join()}) then (${sql})`);
  return cases.length === 0 ? otherwise : `case ${cases.join(' ')} else ${otherwise} end`;
}
