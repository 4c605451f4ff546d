import type { Facilitator } from '#app/access/proofs.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Choices of one circle are opened, moved and started from one after the other, so that two are
 * never open. The lock is the circle's row, before any row of a choice.
 */
export async function lockChoices(tx: Tx, { circleId }: Facilitator): Promise<void> {
  await tx
    .selectFrom('circle')
    .select('id')
    .where('id', '=', circleId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
