import type { ClausePlace } from './place.ts';
import type { Scope, ScopeColumns } from './scope.ts';
import { eachBelow, type Tree } from './tree.ts';

/** The statement around a condition. */
export interface Around {
  /** the place of every value */
  readonly value: ClausePlace;
  /** Reads what a subquery shows. */
  ask(subquery: Tree, scope: Scope): ScopeColumns;
}

/** Ties the places that a condition makes equal. Only those of `held` are bound by it. */
export function tie(
  condition: Tree | undefined,
  scope: Scope,
  held: ClausePlace[],
  around: Around,
): void {
  if (condition?.BoolExpr?.boolop === 'AND_EXPR') {
    for (const each of (condition.BoolExpr.args ?? []) as Tree[]) tie(each, scope, held, around);
  }
  for (const [one, other] of equals(condition)) {
    const a = clausePlaceOf(one, scope, around);
    const b = clausePlaceOf(other, scope, around);
    if (!a || !b) continue;
    if (held.includes(a)) b.binds(a);
    if (held.includes(b)) a.binds(b);
  }
}

const EQUAL = ['AEXPR_OP', 'AEXPR_OP_ANY', 'AEXPR_IN'];

function equals(condition: Tree | undefined): [Tree, Tree][] {
  const link = condition?.SubLink;
  if (link?.subLinkType === 'ANY_SUBLINK' && !link.operName) {
    return [[link.testexpr as Tree, condition as Tree]];
  }
  const { kind = '', name, lexpr, rexpr } = condition?.A_Expr ?? {};
  const operator = (name?.at(-1) as Tree | undefined)?.String?.sval;
  if (operator !== '=' || !EQUAL.includes(kind)) return [];
  const left = lexpr as Tree;
  const right = rexpr as Tree;
  const rows = [left.RowExpr?.args, right.RowExpr?.args] as [Tree[]?, Tree[]?];
  if (!rows[0] || !rows[1]) return [[left, right]];
  return rows[0].flatMap((one, index) => {
    const other = rows[1]?.[index];
    return other ? [[one, other] as [Tree, Tree]] : [];
  });
}

/** The place an expression is: a column's, a subquery's only column's, or a value's. */
export function clausePlaceOf(
  expression: Tree,
  scope: Scope,
  around: Around,
): ClausePlace | undefined {
  if (expression.TypeCast) return clausePlaceOf(expression.TypeCast.arg as Tree, scope, around);
  if (expression.ColumnRef) return scope.placeOf(expression);
  if (expression.SubLink) {
    const subquery = expression.SubLink.subselect as Tree;
    const alone = shownAlone(subquery);
    if (alone) return clausePlaceOf(alone, scope, around);
    const columns = around.ask(subquery, scope);
    return subquery.SelectStmt?.targetList?.length === 1 ? [...columns.values()][0] : undefined;
  }
  let isValue = true;
  eachBelow(expression, ['ColumnRef', 'SubLink'], () => {
    isValue = false;
  });
  return isValue ? around.value : undefined;
}

/** What a subquery shows that reads no table: it is what the expression is by itself. */
function shownAlone({ SelectStmt }: Tree): Tree | undefined {
  const { fromClause, targetList = [] } = (SelectStmt ?? {}) as Record<string, Tree[]>;
  const [target] = targetList;
  if (fromClause || targetList.length !== 1) return undefined;
  return target?.ResTarget?.val as Tree | undefined;
}
