import type { SeedApart } from '#app/demo/community/types.ts';
import type { Tx } from '#db/database.server.ts';
import type { PersonId } from './people.server.ts';

/** Writes somebody's own list, and whom they blocked. */
export async function insertApart(tx: Tx, seed: SeedApart, personId: PersonId): Promise<void> {
  const person_id = personId(seed.person);
  for (const other of seed.keptApart) {
    await tx
      .insertInto('keep_apart')
      .values({ person_id, other_id: personId(other) })
      .execute();
  }
  for (const address of seed.addresses) {
    await tx
      .insertInto('keep_apart')
      .values({ person_id, address, address_key: address })
      .execute();
  }
  for (const other of seed.blocked) {
    await tx
      .insertInto('person_block')
      .values({ person_id, blocked_id: personId(other) })
      .execute();
  }
}
