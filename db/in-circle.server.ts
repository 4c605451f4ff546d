import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from './schema.ts';

/** What tells a circle: a proof, or the id where a job or a row's own function holds none. */
export interface InCircle {
  readonly circleId: number;
}

/** Where clauses are checked against their query: it must have these columns in scope. */
type Asked<Column extends string> = { not: (column: Column) => unknown };
type Clause<Column extends string> = (query: Asked<Column>) => Expression<SqlBool>;

/**
 * The circle's clause for one table of a query, by its name or alias there:
 * `.where(inCircle(member, 'note'))`. A table without a `circle_id` does not compile.
 */
export function inCircle<Table extends string>(
  { circleId }: InCircle,
  table: Table,
): Clause<`${Table}.circle_id`> {
  return () => query(circleOf(table), '=', query.val(circleId));
}

/**
 * The same for several circles. A planner passes one circle on to what is joined, but no list: each
 * table has its own, so that it is looked for where its circles are.
 */
export function inCircles<Table extends string>(
  circleIds: readonly number[],
  table: Table,
): Clause<`${Table}.circle_id`> {
  return () => sql<SqlBool>`${circleOf(table)} = any(${circleIds}::bigint[])`;
}

/** The same for the circle at an address, of whoever holds no proof of it. */
export function inCircleAt<Table extends string>(
  slug: string,
  table: Table,
): Clause<`${Table}.circle_id`> {
  const circle = circles.selectFrom('circle').select('id').where('slug', '=', slug);
  return () => query(circleOf(table), '=', circle);
}

/**
 * That two rows belong together and to the same circle, for a join or a subquery:
 * `join.on(joined('book.id', 'reading.book_id'))`.
 */
export function joined<A extends string, A1 extends string, B extends string, B1 extends string>(
  one: `${A}.${A1}`,
  other: `${B}.${B1}`,
): Clause<`${A}.circle_id` | `${B}.circle_id` | `${A}.${A1}` | `${B}.${B1}`> {
  const [a = '', b = ''] = [one, other].map((reference) => reference.split('.')[0]);
  return () =>
    query.and([
      query(circleOf(a), '=', circleOf(b)),
      query(query.ref(one as Column), '=', query.ref(other as Column)),
    ]);
}

type Column = `${string}.${string}`;
const circles = expressionBuilder<DB>();
const query = expressionBuilder<Record<string, Record<string, number>>, string>();
const circleOf = (table: string) => query.ref(`${table}.circle_id` as Column);
