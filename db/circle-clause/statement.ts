import type {
  DeleteStmt,
  InsertStmt,
  Node,
  RangeVar,
  SelectStmt,
  UpdateStmt,
  WithClause,
} from 'libpg-query';
import { clausePlaceOf, tie } from './conditions.ts';
import { ClausePlace } from './place.ts';
import { NOTHING, nameOf, Scope, type ScopeColumns } from './scope.ts';
import { eachBelow, type Tree } from './tree.ts';

/**
 * One statement, and the tables of a circle in it that it does not hold to a circle. What holds one
 * is an equality that every row passes (`and`, never `or` or `not`): with a value, a list of
 * values, or a place that is held itself. The condition of an outer join holds the side that may be
 * missing, and a subquery's condition nothing around it. `using`, `natural`, `merge`, the columns of
 * a `union` and `on conflict on constraint` are not read: they hold nothing.
 */
export class Statement {
  readonly value = new ClausePlace();
  readonly #places: ClausePlace[] = [];
  readonly #asked = new Map<Tree, ScopeColumns>();

  constructor(
    statement: Tree,
    private readonly tables: {
      /** whether a table is of a circle, and says of which in its circle_id */
      isOwned: (table: string) => boolean;
      /** whether it is of somebody else, and says so */
      isNaming: (table: string) => boolean;
    },
  ) {
    this.#query(statement);
  }

  /** The tables that no value holds. */
  get unheld(): string[] {
    return this.#tablesBeyond(this.value);
  }

  /** Those that would not be held, either, if the best one of them, or one circle, were. */
  get apart(): string[] {
    const apart = this.#places.map((place) => this.#tablesBeyond(this.value, place));
    return apart.sort((a, b) => a.length - b.length)[0] ?? [];
  }

  #tablesBeyond(...held: ClausePlace[]): string[] {
    const reached = new Set(held.flatMap((place) => [...place.reach()]));
    const beyond = this.#places.filter((place) => !reached.has(place));
    return beyond.flatMap(({ table = [] }) => table);
  }

  #query(query: Tree, outer?: Scope): ScopeColumns {
    const scope = new Scope(outer);
    if (query.SelectStmt) return this.#select(query.SelectStmt, scope);
    if (query.InsertStmt) return this.#insert(query.InsertStmt, scope);
    const change = query.UpdateStmt ?? query.DeleteStmt;
    if (change) return this.#change(change, scope);
    // Any other: whatever table it names is not held.
    eachBelow(query, ['RangeVar'], ({ RangeVar }) => this.#place(RangeVar));
    for (const { relation } of Object.values(query) as UpdateStmt[]) this.#place(relation);
    return NOTHING;
  }

  // A condition is read for what it makes equal and again for the subqueries in it.
  ask(subquery: Tree, scope: Scope): ScopeColumns {
    const columns = this.#asked.get(subquery) ?? this.#query(subquery, scope);
    this.#asked.set(subquery, columns);
    return columns;
  }

  #select(select: SelectStmt, scope: Scope): ScopeColumns {
    const { withClause, larg, rarg, ...rest } = select;
    this.#with(withClause, scope);
    if (larg && rarg) {
      for (const arm of [larg, rarg]) this.#select(arm, new Scope(scope));
    }
    const held = this.#from(select.fromClause, scope);
    tie(select.whereClause as Tree, scope, held, this);
    this.#subqueries(rest, scope);
    return this.#shown(select.targetList, scope);
  }

  #change({ withClause, ...change }: UpdateStmt & DeleteStmt, scope: Scope): ScopeColumns {
    this.#with(withClause, scope);
    const held = [
      ...this.#table(change.relation ?? {}, scope),
      ...this.#from(change.fromClause ?? change.usingClause, scope),
    ];
    tie(change.whereClause as Tree, scope, held, this);
    this.#subqueries(change, scope);
    return this.#shown(change.returningClause?.exprs, scope);
  }

  #insert({ withClause, selectStmt, ...insert }: InsertStmt, scope: Scope): ScopeColumns {
    this.#with(withClause, scope);
    if (selectStmt) this.#query(selectStmt as Tree, scope);
    const { relation = {}, onConflictClause: conflict } = insert;
    if (conflict?.action === 'ONCONFLICT_UPDATE') {
      const there = new Scope(scope);
      const held = this.#table(relation, there);
      const by = (conflict.infer?.indexElems ?? []) as Tree[];
      if (by.some(({ IndexElem }) => IndexElem?.name === 'circle_id')) {
        for (const place of held) this.value.binds(place);
      }
      tie(conflict.whereClause as Tree, there, held, this);
      this.#subqueries(conflict, there);
    }
    // A row that is written brings its circle: it has to.
    scope.tables.set(nameOf(relation), new Map([['circle_id', this.value]]));
    this.#subqueries(insert.returningClause, scope);
    return this.#shown(insert.returningClause?.exprs, scope);
  }

  #with(clause: WithClause | undefined, scope: Scope): void {
    for (const { CommonTableExpr: one } of (clause?.ctes ?? []) as Tree[]) {
      const name = one?.ctename ?? '';
      // A recursive one names itself.
      if (clause?.recursive) scope.expressions.set(name, NOTHING);
      scope.expressions.set(name, this.#query(one?.ctequery as Tree, scope));
    }
  }

  /** Adds what a query is from to its names. @returns the places that its condition can hold */
  #from(from: Node[] | undefined, scope: Scope): ClausePlace[] {
    return ((from ?? []) as Tree[]).flatMap(
      ({ RangeVar, JoinExpr, RangeSubselect, RangeFunction }) => {
        if (RangeVar) return this.#table(RangeVar, scope);
        if (JoinExpr) {
          const { larg, rarg, jointype = '', quals } = JoinExpr;
          const left = this.#from(larg && [larg], scope);
          const right = this.#from(rarg && [rarg], scope);
          const held = [
            ...(['JOIN_INNER', 'JOIN_RIGHT'].includes(jointype) ? left : []),
            ...(['JOIN_INNER', 'JOIN_LEFT'].includes(jointype) ? right : []),
          ];
          tie(quals as Tree, scope, held, this);
          return [...left, ...right];
        }
        if (RangeSubselect) {
          const shown = this.#query(RangeSubselect.subquery as Tree, scope);
          const { aliasname = '', colnames } = RangeSubselect.alias ?? {};
          scope.tables.set(aliasname, colnames ? NOTHING : shown);
        }
        const called = RangeFunction?.alias?.aliasname;
        if (called) scope.tables.set(called, NOTHING);
        return [];
      },
    );
  }

  #table(range: RangeVar, scope: Scope): ClausePlace[] {
    const expression = scope.expression(range);
    if (expression) {
      scope.tables.set(nameOf(range), range.alias?.colnames ? NOTHING : expression);
      return [];
    }
    const place = this.#place(range);
    const says = place.table || this.tables.isNaming(range.relname ?? '');
    const columns = range.relname === 'circle' ? ['id', 'slug'] : says ? ['circle_id'] : [];
    scope.tables.set(nameOf(range), new Map(columns.map((column) => [column, place])));
    return [place];
  }

  #place(range: RangeVar | undefined): ClausePlace {
    const { relname = '', schemaname = 'public' } = range ?? {};
    const owned = schemaname === 'public' && this.tables.isOwned(relname);
    const place = new ClausePlace(owned ? relname : undefined);
    this.#places.push(place);
    return place;
  }

  #subqueries(part: unknown, scope: Scope): void {
    eachBelow(part, ['SubLink', 'RangeSubselect'], ({ SubLink }) => {
      if (!SubLink) return;
      this.ask(SubLink.subselect as Tree, scope);
      this.#subqueries(SubLink.testexpr, scope);
    });
  }

  /** What a query shows to the one around it: a column that nothing is known of is not in it. */
  #shown(targets: Node[] | undefined, scope: Scope): ScopeColumns {
    const shown = new Map<string, ClausePlace>();
    for (const { ResTarget } of (targets ?? []) as Tree[]) {
      const value = (ResTarget?.val ?? {}) as Tree;
      const fields = (value.ColumnRef?.fields ?? []) as Tree[];
      const last = fields.at(-1);
      if (last?.A_Star) {
        const all = fields.length > 1 ? [fields[0]?.String?.sval ?? ''] : [...scope.tables.keys()];
        for (const table of all) {
          for (const [column, place] of scope.tables.get(table) ?? []) shown.set(column, place);
        }
      } else {
        const place = clausePlaceOf(value, scope, this);
        const name = ResTarget?.name ?? last?.String?.sval;
        if (place && name) shown.set(name, place);
      }
    }
    return shown;
  }
}
