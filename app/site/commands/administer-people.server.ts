import type { Admin } from '#app/access/proofs.ts';
import { endSignIns } from '#app/accounts/commands/end-sign-ins.server.ts';
import { holdPerson } from '#app/accounts/rows/hold-person.server.ts';
import { deactivationRefusal, leavesNoAdmin } from '#app/accounts/rules/accounts.ts';
import { db, type Tx } from '#db/database.server.ts';

/** `no-longer-admin`: somebody withdrew the acting administrator's right in the meantime. */
export type Administered =
  | { ok: true; name: string }
  | { ok: false; reason: 'own-account' | 'last-admin' | 'no-longer-admin' | 'no-such-person' };

/** What else changes with an account, in the same transaction: what the person was in charge of. */
export type Alongside = (tx: Tx, personId: number) => Promise<void>;

/** Deactivates an account: every sign-in ends at once, and no link that was mailed works any more. */
export function deactivatePerson(
  admin: Admin,
  personId: number,
  alongside: Alongside,
): Promise<Administered> {
  return administer(admin, personId, async (tx) => {
    const refusal = deactivationRefusal(admin.personId, personId);
    if (refusal) return refusal;
    await tx
      .insertInto('person_deactivation')
      .values({ person_id: personId, by_person_id: admin.personId })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .execute();
    await tx.deleteFrom('account_link').where('person_id', '=', personId).execute();
    await endSignIns(tx, personId);
    await alongside(tx, personId);
    return null;
  });
}

export function reactivatePerson(
  admin: Admin,
  personId: number,
  alongside: Alongside,
): Promise<Administered> {
  return administer(admin, personId, async (tx) => {
    // None may come back to life that began while the account was closed.
    await endSignIns(tx, personId);
    await tx.deleteFrom('person_deactivation').where('person_id', '=', personId).execute();
    await alongside(tx, personId);
    return null;
  });
}

export function grantAdmin(admin: Admin, personId: number): Promise<Administered> {
  return administer(admin, personId, async (tx) => {
    await tx
      .insertInto('site_admin')
      .values({ person_id: personId })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .execute();
    return null;
  });
}

export function withdrawAdmin(admin: Admin, personId: number): Promise<Administered> {
  return administer(admin, personId, async (tx, activeAdminIds) => {
    if (leavesNoAdmin(activeAdminIds, personId)) return 'last-admin';
    await tx.deleteFrom('site_admin').where('person_id', '=', personId).execute();
    return null;
  });
}

type Act = (
  tx: Tx,
  activeAdminIds: number[],
) => Promise<Exclude<Administered, { ok: true }>['reason'] | null>;

/**
 * One at a time for the whole site: two administrators who act on each other at once must not leave
 * the site without one. The person's row is held: whoever looks whether their account is open, to
 * rely on it, waits for the answer.
 */
function administer(admin: Admin, personId: number, act: Act): Promise<Administered> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('site').select('id').forUpdate().execute();
    const admins = await tx
      .selectFrom('site_admin')
      .leftJoin('person_deactivation as closed', 'closed.person_id', 'site_admin.person_id')
      .select('site_admin.person_id')
      .where('closed.person_id', 'is', null)
      .execute();
    const activeAdminIds = admins.map((row) => row.person_id);
    if (!activeAdminIds.includes(admin.personId)) return { ok: false, reason: 'no-longer-admin' };
    const person = await holdPerson(tx, personId);
    if (!person) return { ok: false, reason: 'no-such-person' };
    const refusal = await act(tx, activeAdminIds);
    return refusal ? { ok: false, reason: refusal } : { ok: true, name: person.name };
  });
}
