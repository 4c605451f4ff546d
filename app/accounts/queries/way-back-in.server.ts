import { sql } from 'kysely';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { db } from '#db/database.server.ts';

/** Who has this address, for whoever runs the installation and lets somebody in again. */
export async function personToLetIn(email: string) {
  const person = await db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.name', 'closed.at as deactivatedAt'])
    .where(sql`address_key(person.email)`, '=', addressKey(email))
    .executeTakeFirst();
  return person ?? null;
}

/** Addresses of the active administrators: whom the installation's own runner may have meant. */
export async function administrators(): Promise<string[]> {
  const rows = await db
    .selectFrom('site_admin')
    .innerJoin('person', 'person.id', 'site_admin.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select('person.email')
    .where('closed.person_id', 'is', null)
    .orderBy('person.id')
    .limit(10)
    .execute();
  return rows.map(({ email }) => email);
}
