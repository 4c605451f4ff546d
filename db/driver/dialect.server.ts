import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { PatientPool } from '../pool.server.ts';
import { Asking } from './asking.server.ts';

/** Kysely's PostgreSQL, whose statements go where the pool sends them. */
export const dialectOver = (pool: PatientPool): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PoolDriver(pool),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

class PoolDriver implements Driver {
  readonly #pool: PatientPool;

  constructor(pool: PatientPool) {
    this.#pool = pool;
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Asking(this.#pool);
  }

  async releaseConnection(asking: DatabaseConnection) {
    (asking as Asking).end();
  }

  beginTransaction(asking: DatabaseConnection, settings: TransactionSettings) {
    return (asking as Asking).begin(settings);
  }

  commitTransaction(asking: DatabaseConnection) {
    return (asking as Asking).finish('commit');
  }

  rollbackTransaction(asking: DatabaseConnection) {
    return (asking as Asking).finish('rollback');
  }

  destroy() {
    return this.#pool.end();
  }
}
