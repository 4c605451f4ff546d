import type { Tx } from '#db/database.server.ts';

/**
 * Holds a person's row of what they can take on until the transaction ends, made where there was
 * none: what is counted for them (conversations as the helper, whom they keep apart) is counted by
 * who holds it.
 */
export async function holdHelping(tx: Tx, personId: number) {
  await tx
    .insertInto('helping')
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('helping')
    .select(['at_once', 'paused_until', 'resting_since', 'unanswered', 'version'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
