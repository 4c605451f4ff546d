import { CompiledQuery } from 'kysely';
import type { Executor, Tx } from '#db/database.server.ts';
import {
  giveOneBack,
  type LimitRule,
  limiterOver,
  type Queries,
  takeSome,
} from './rate-limit.server.ts';

export const HOUR_SECONDS = 60 * 60;

interface MakingRule extends LimitRule {
  /**
   * What somebody reads who has made that many: what it was, that their words are kept, and when to
   * send them again.
   * @param wait 'in 12 minutes'
   */
  words: (points: number, wait: string) => string;
}

/**
 * Somebody has made as many of a thing as they may for now. Thrown, so that whatever made one more is
 * undone with its transaction; the gate then answers with the form as it was typed.
 */
export class LimitReached extends Error {
  /** @param retryAfter in seconds */
  constructor(
    readonly retryAfter: number,
    readonly words: (wait: string) => string,
  ) {
    super('limit reached');
  }
}

export type MakingLimit = ReturnType<typeof limitMaking>;

/**
 * A limit on making things. What is made is counted in the transaction that makes it: undone with it,
 * exact under a rush, and on the connection that is held already.
 */
export function limitMaking(rule: MakingRule) {
  const key = (who: number, more: string[]) => [String(who), ...more];
  const take = async (tx: Tx, of: string[], many: number) => {
    const allowance = await takeSome(limiterOver(queriesOn(tx), rule), of, many);
    if (allowance.ok) return;
    throw new LimitReached(allowance.retryAfter, (wait) => rule.words(rule.points, wait));
  };
  return {
    rule,
    /**
     * Counts one thing, last in the transaction that makes it: after everything that may refuse it or
     * find that it was made before, so that neither counts, and with no lock left to wait for while
     * the count is held.
     * @param who the person who makes it
     * @throws LimitReached
     */
    count: (tx: Tx, who: number, ...more: string[]): Promise<void> => take(tx, key(who, more), 1),
    /** Counts several that are made at once: all of them, or none. */
    countAll: (tx: Tx, who: number, many: number): Promise<void> => take(tx, key(who, []), many),
    /** Takes one back that was counted in a transaction of its own, and then not made. */
    async giveBack(on: Executor, who: number, ...more: string[]): Promise<void> {
      await giveOneBack(limiterOver(queriesOn(on), rule), key(who, more));
    },
  };
}

const queriesOn = (on: Executor): Queries => ({
  query: ({ text, values }) => on.executeQuery(CompiledQuery.raw(text, values)),
});
