import type { RangeVar } from 'libpg-query';
import type { ClausePlace } from './place.ts';
import type { Tree } from './tree.ts';

/** What a table, a subquery or a common table expression shows: places by column. */
export type ScopeColumns = ReadonlyMap<string, ClausePlace>;
export const NOTHING: ScopeColumns = new Map();

/** What a query calls a table. */
export const nameOf = ({ alias, relname = '' }: RangeVar) => alias?.aliasname ?? relname;

/** The names that one query can use, and those of the queries around it. */
export class Scope {
  readonly tables = new Map<string, ScopeColumns>();
  readonly expressions = new Map<string, ScopeColumns>();

  constructor(readonly outer?: Scope) {}

  /** The common table expression that is meant: it hides a table of its name. */
  expression(range: RangeVar): ScopeColumns | undefined {
    if (range.schemaname) return undefined;
    return this.expressions.get(range.relname ?? '') ?? this.outer?.expression(range);
  }

  /** The place that `thread.circle_id`, or `circle_id` alone, names. */
  placeOf(reference: Tree): ClausePlace | undefined {
    const fields = (reference.ColumnRef?.fields ?? []) as Tree[];
    const [column = '', table] = fields.map((field) => field.String?.sval ?? '').reverse();
    return table === undefined ? this.alone(column) : this.of(table)?.get(column);
  }

  private of(table: string): ScopeColumns | undefined {
    return this.tables.get(table) ?? this.outer?.of(table);
  }

  private alone(column: string): ClausePlace | undefined {
    const shown = [...this.tables.values()].map((columns) => columns.get(column));
    // Other columns of a table are not known here: it may have one of that name.
    if (column !== 'circle_id') return shown.length === 1 ? shown[0] : undefined;
    return shown.find((place) => place) ?? this.outer?.alone(column);
  }
}
