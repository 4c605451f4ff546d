import { sql } from 'kysely';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { db } from '#db/database.server.ts';
import { address, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { ask } from '#tests/support/ask.ts';

/** A newcomer's form, as the join page sends it. */
export const newcomer = (given: Record<string, string> = {}) => ({
  as: 'newcomer',
  name: 'Lena',
  email: address('lena'),
  password: PASSWORD,
  timeZone: 'Europe/Berlin',
  agreementVersion: '1',
  consent: 'on',
  ...given,
});

export const join = (token: string, form: Record<string, string>, cookie = '') =>
  ask(`/join/${token}`, { form, cookie, ip: elsewhere() });

export const peopleAt = (email: string) =>
  db
    .selectFrom('person')
    .leftJoin('email_confirmed as c', 'c.person_id', 'person.id')
    .select(['person.name', 'person.time_zone', 'c.email as confirmed'])
    .where(sql`address_key(person.email)`, '=', addressKey(email))
    .execute();
