import { type QueryExecutor, Transaction } from 'kysely';
import type { Tx } from '../database.server.ts';
import type { DB } from '../schema.ts';

/**
 * Sends statements of a transaction that need nothing of each other's answers in one turn, to be
 * answered in one round trip, in the order in which they are asked. By themselves each would wait for
 * the one before. Where one fails the transaction has failed, and those behind it with it.
 */
export function together<T extends readonly unknown[]>(
  tx: Tx,
  ask: (tx: Tx) => readonly [...{ [I in keyof T]: Promise<T[I]> }],
): Promise<T> {
  const executor = tx.getExecutor();
  return executor.provideConnection((connection) => {
    const atOnce = executor.withConnectionProvider({
      provideConnection: (consumer) => consumer(connection),
    });
    return Promise.all(ask(withExecutor(atOnce))) as Promise<unknown> as Promise<T>;
  });
}

/** It can begin, end and look into nothing: that is the transaction's that it is of. */
const withExecutor = (executor: QueryExecutor): Tx =>
  new Transaction<DB>({ config: NONE, dialect: NONE, driver: NONE, executor });

const NONE = {} as never;
