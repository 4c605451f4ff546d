import type { CompiledQuery, DatabaseConnection, QueryResult, TransactionSettings } from 'kysely';
import type pg from 'pg';
import type { PatientPool } from '../pool.server.ts';

const COUNTED = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

/**
 * What Kysely takes for a connection: one statement, which the pool sends over any, or a transaction
 * over one of its own.
 */
export class Asking implements DatabaseConnection {
  readonly #pool: PatientPool;
  #client: pg.PoolClient | undefined;
  #opening = '';
  #opened: Promise<unknown> | undefined;

  constructor(pool: PatientPool) {
    this.#pool = pool;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await (this.#client
      ? this.#within(this.#client, sql, [...parameters])
      : this.#pool.ask(sql, [...parameters]));
    return {
      numAffectedRows: COUNTED.includes(command) ? BigInt(rowCount ?? 0) : undefined,
      rows: rows ?? [],
    };
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed: read them by pages.');
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    this.#client = await this.#pool.connect();
    this.#opening = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode]
      .filter(Boolean)
      .join(' ');
  }

  async finish(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#opened) await this.#client?.query(how);
  }

  end(): void {
    this.#client?.release();
    this.#client = undefined;
  }

  /**
   * The transaction begins with its first statement, in the same round trip when that does nothing
   * that would stay if there were no transaction after all.
   */
  async #within(client: pg.PoolClient, sql: string, values: unknown[]): Promise<pg.QueryResult> {
    const { kind, query } = this.#pool.statements.of(sql, values);
    this.#opened ??= client.query(this.#opening);
    // Awaited below; another statement may be the first to hear of it.
    this.#opened.catch(() => {});
    if (kind === 'write') await this.#opened;
    try {
      const [answer] = await Promise.all([client.query(query), this.#opened]);
      return answer;
    } catch (error) {
      this.#pool.statements.refusedByName(error);
      throw error;
    }
  }
}
