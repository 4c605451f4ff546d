import type { Tx } from '#db/database.server.ts';

/** What is written to one person's shelf is written one after the other, so that no book is there twice. */
export async function lockShelf(tx: Tx, personId: number): Promise<void> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
