import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

const ADDRESSES_A_PAGE = 25;

/**
 * Addresses that nothing is sent to any more, by address.
 * @param after `next` of the page before
 */
export async function refusedAddresses(_admin: Admin, after: string | null) {
  const rows = await db
    .selectFrom('refused_address')
    .select(['address_key as key', 'address', 'said', 'at'])
    .$if(after !== null, (query) => query.where(sql<boolean>`address_key > ${after}`))
    .orderBy('address_key')
    .limit(ADDRESSES_A_PAGE + 1)
    .execute();
  const addresses = rows.slice(0, ADDRESSES_A_PAGE);
  return {
    addresses,
    next: rows.length > ADDRESSES_A_PAGE ? (addresses.at(-1)?.key ?? null) : null,
  };
}

export async function countRefusedAddresses(_admin: Admin): Promise<number> {
  const { n } = await db
    .selectFrom('refused_address')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
