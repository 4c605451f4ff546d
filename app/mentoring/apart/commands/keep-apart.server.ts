import type { Viewer } from '#app/access/proofs.ts';
import { addressKey, sameAddress } from '#app/accounts/rules/accounts.ts';
import { holdHelping } from '#app/mentoring/helping/rows/hold-helping.server.ts';
import { keptApart } from '#app/mentoring/limits.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircles } from '#db/in-circle.server.ts';
import { MOST_KEPT_APART } from '../rules.ts';

/** Whom to keep apart: one of the viewer's circles, whoever has an address, or both. */
export interface KeepApartInput {
  personId: number | null;
  address: string | null;
}

export type KeptApartOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-around' | 'oneself' | 'own-address' | 'full' };

/**
 * Puts somebody on the viewer's list; who is on it stays as they are. Whether an address has an
 * account is looked up nowhere, and the same person may be there by both.
 */
export async function keepApart(
  viewer: Viewer,
  { personId, address }: KeepApartInput,
  { now = new Date() }: Clock = {},
): Promise<KeptApartOutcome> {
  if (personId === viewer.personId) return { ok: false, reason: 'oneself' };
  if (address !== null && sameAddress(address, viewer.email)) {
    return { ok: false, reason: 'own-address' };
  }
  return db.transaction().execute(async (tx) => {
    if (personId !== null && !(await isAround(tx, viewer, personId))) {
      return { ok: false, reason: 'not-around' };
    }
    await holdHelping(tx, viewer.personId);
    const there = await listed(tx, viewer);
    const key = address === null ? null : addressKey(address);
    const added = [
      ...(personId === null || there.some((one) => one.other_id === personId)
        ? []
        : [{ other_id: personId }]),
      ...(key === null || there.some((one) => one.address_key === key)
        ? []
        : [{ address, address_key: key }]),
    ];
    if (there.length + added.length > MOST_KEPT_APART) return { ok: false, reason: 'full' };
    if (added.length === 0) return { ok: true };
    for (const one of added) await write(tx, viewer, one, now);
    await keptApart.countAll(tx, viewer.personId, added.length);
    return { ok: true };
  });
}

const isAround = async (tx: Tx, { memberships }: Viewer, personId: number) =>
  (await tx
    .selectFrom('membership as m')
    .select('m.person_id')
    .where(
      inCircles(
        memberships.map(({ circle }) => circle.id),
        'm',
      ),
    )
    .where('m.person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const listed = (tx: Tx, { personId }: Viewer) =>
  tx
    .selectFrom('keep_apart')
    .select(['other_id', 'address_key'])
    .where('person_id', '=', personId)
    .where('taken_off_at', 'is', null)
    .execute();

/** What was taken off and is not forgotten yet makes room for what is put on anew. */
async function write(
  tx: Tx,
  { personId }: Viewer,
  one: { other_id: number } | { address: string | null; address_key: string },
  now: Date,
) {
  await tx
    .deleteFrom('keep_apart')
    .where('person_id', '=', personId)
    .where((eb) =>
      'other_id' in one
        ? eb('other_id', '=', one.other_id)
        : eb('address_key', '=', one.address_key),
    )
    .execute();
  await tx
    .insertInto('keep_apart')
    .values({ person_id: personId, at: now, ...one })
    .execute();
}
