import type pg from 'pg';
import { checks } from './circle-clause/checks.server.ts';
import type { Executor } from './database.server.ts';

type Asked = Pick<pg.Pool, 'query'>;

/**
 * For a statement that by design asks for rows of no one circle: it goes without the clause, which
 * is checked where Octavo is developed and tested. What it joins is of the same circle all the same.
 * @param why what makes it right, for whoever reads the call
 */
export function acrossCircles<On extends Executor>(on: On, why: string): On;
export function acrossCircles(on: pg.Pool, why: string): Asked;
export function acrossCircles(on: Executor | pg.Pool, _why: string): Executor | Asked {
  if (!checks) return on;
  if ('totalCount' in on) return { query: checks.checkedQuery(on, { across: true }) };
  return on.withoutPlugins().withPlugin(checks.clauseChecked({ across: true }));
}
