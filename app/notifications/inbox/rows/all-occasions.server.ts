import {
  type BetweenKind,
  type Kind,
  type Occasion,
  type OccasionKind,
  READER,
  type Says,
} from '#app/notifications/rules/occasions.ts';

/** What any line is made of: one between people is of no circle. */
type AnySays = Omit<Says<unknown, unknown>, 'circle'> & {
  circle: Says<unknown, unknown>['circle'] | null;
};

type OfCircle = Omit<Occasion<unknown, unknown>, keyof Kind<AnySays> | 'waitsFor'>;

/** Any kind, of a circle or between people. */
export interface AnyOccasion extends Kind<AnySays>, OfCircle {
  between?: true;
  waitsFor?(says: AnySays): string | null;
}

/** The kinds of occasion of every room: the files of their `occasions/` are found, not listed. */
export const occasionKinds: Record<string, AnyOccasion> = Object.assign(
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
  Object.hasOwn(occasionKinds, kind) ? occasionKinds[kind] : undefined;

/** A kind that the code itself names. */
export function knownOccasion(kind: OccasionKind | BetweenKind): AnyOccasion {
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
 * SQL that gives what the words of a row `i` need.
 * @param circles the ids of the circles its reader is in
 */
export const factsFor = (circles: string): string =>
  ofKind(({ facts }) => facts, 'null::json').replaceAll(READER.circles, circles);

/**
 * SQL that gives, of a row `i`, what its kind says in SQL of it.
 * @param otherwise of kinds that say nothing
 */
export function ofKind(says: (kind: AnyOccasion) => string | undefined, otherwise: string): string {
  const bySql = new Map<string, string[]>();
  for (const [name, kind] of Object.entries(occasionKinds)) {
    const sql = says(kind);
    if (sql) bySql.set(sql, [...(bySql.get(sql) ?? []), `'${name}'`]);
  }
  const cases = [...bySql].map(([sql, names]) => `when i.kind in (${names.join()}) then (${sql})`);
  return cases.length === 0 ? otherwise : `case ${cases.join(' ')} else ${otherwise} end`;
}
