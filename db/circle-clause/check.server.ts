import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import { loadModule, parseSync } from 'libpg-query';
import type pg from 'pg';
import { CIRCLE_TABLES, TABLES_NAMING_A_CIRCLE } from '../schema.ts';
import { Statement } from './statement.ts';
import type { Tree } from './tree.ts';

await loadModule();

const OWNED: ReadonlySet<string> = new Set(CIRCLE_TABLES);
const NAMING: ReadonlySet<string> = new Set(TABLES_NAMING_A_CIRCLE);

interface Read {
  unheld: string[];
  apart: string[];
}

const before = new Map<string, Read>();

/** The tables of a statement that nothing holds to a circle, and those that one held would not. */
export function readStatement(text: string): Read {
  let read = before.get(text);
  if (!read) {
    const statements = (parseSync(text).stmts ?? []).map(
      ({ stmt }) =>
        new Statement(stmt as Tree, {
          isOwned: (table) => OWNED.has(table),
          isNaming: (table) => NAMING.has(table),
        }),
    );
    read = {
      unheld: statements.flatMap(({ unheld }) => unheld),
      apart: statements.flatMap(({ apart }) => apart),
    };
    before.set(text, read);
  }
  return read;
}

/**
 * Fails a statement that forgets the circle's clause.
 * @param across it may be of many circles; what it joins must be of the same one all the same
 */
export function checkClause(text: string, { across = false } = {}): void {
  const { unheld, apart } = readStatement(text);
  const missing = across ? apart : unheld;
  if (missing.length > 0) throw new ClauseMissing(missing, text);
}

export class ClauseMissing extends Error {
  override readonly name = 'ClauseMissing';
  constructor(tables: string[], text: string) {
    super(
      `${tables.join(', ')}: no clause holds the rows to a circle. Add it (inCircle, joined), or ` +
        `say why the statement goes across circles (acrossCircles).\n${text}`,
    );
  }
}

/** What a pool's `query` is before it is checked, checked. */
export function checkedQuery(pool: pg.Pool, { across = false } = {}): pg.Pool['query'] {
  const ask = Object.getPrototypeOf(pool).query.bind(pool) as (...asked: unknown[]) => unknown;
  return ((asked: string | pg.QueryConfig, ...more: unknown[]) => {
    checkClause(typeof asked === 'string' ? asked : asked.text, { across });
    return ask(asked, ...more);
  }) as pg.Pool['query'];
}

/** Checks all that goes through a Kysely. */
export function clauseChecked({ across = false } = {}): KyselyPlugin {
  const compiler = new PostgresQueryCompiler();
  return {
    transformQuery({ node, queryId }) {
      checkClause(compiler.compileQuery(node, queryId).sql, { across });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
