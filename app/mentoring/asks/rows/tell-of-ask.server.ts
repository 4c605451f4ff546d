import type { Tx } from '#db/database.server.ts';

/**
 * Tells whom an ask reaches by these rows of `ask_reach`, in the transaction that wrote them.
 * Occasions of asks say it; until then it is read on the pages.
 */
export async function tellOfAsk(
  _tx: Tx,
  _askId: number,
  _reachIds: readonly number[],
  _now: Date,
): Promise<void> {}
