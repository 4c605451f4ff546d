import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Credential } from '#app/access/proofs.ts';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import type { Tx } from '#db/database.server.ts';
import { endSignIns } from './end-sign-ins.server.ts';

interface NewPassword {
  personId: number;
  passwordHash: string;
  /** the stored hash it takes the place of: another one, and nothing is changed */
  instead?: string;
  /** the token of a sign-in that goes on */
  keep?: string;
}

/**
 * Gives a person another password and ends what was begun under the old one: sign-ins, links to
 * reset it, links that would change the address. Tells them by mail.
 * @returns null when the password in place is not the one of `instead`
 */
export async function setPassword(
  tx: Tx,
  { personId, passwordHash, instead, keep }: NewPassword,
): Promise<Credential | null> {
  const person = await tx
    .updateTable('person')
    .set({ password_hash: passwordHash })
    .where('id', '=', personId)
    .$if(instead !== undefined, (query) => query.where('password_hash', '=', instead ?? ''))
    .returning(['name', 'email'])
    .executeTakeFirst();
  if (!person) return null;
  const { name, email } = person;
  await tx
    .deleteFrom('account_link')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('purpose', '=', 'reset-password'),
        eb.and([
          eb('purpose', '=', 'confirm-email'),
          eb(sql`address_key(email)`, '<>', addressKey(email)),
        ]),
      ]),
    )
    .execute();
  await endSignIns(tx, personId, keep);
  await post(tx, {
    message: 'account-notice',
    given: { email, name, what: 'password' },
    occasion: randomUUID(),
    to: { address: email, personId },
  });
  return { personId, email, passwordHash };
}
