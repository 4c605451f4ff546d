import type { Tx } from '#db/database.server.ts';

/**
 * Holds a person's row until the transaction ends. Whatever decides how somebody may sign in (the
 * password, the address, the links mailed to it, whether the account is open) is changed by who
 * holds it: this row first, then links, then sign-ins, so that no two wait for each other.
 */
export function holdPerson(tx: Tx, personId: number) {
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}
