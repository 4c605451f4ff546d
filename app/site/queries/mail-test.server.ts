import type { Admin } from '#app/access/proofs.ts';
import { siteToMail } from '#app/accounts/queries/mail.server.ts';
import { type LastMessage, lastMessage } from '#app/notifications/queries/last-message.server.ts';
import { db } from '#db/database.server.ts';

/** What a test says; null for whoever administers the site no longer. */
export async function testToMail(personId: number) {
  const person = await db
    .selectFrom('site_admin')
    .innerJoin('person', 'person.id', 'site_admin.person_id')
    .select(['person.name', 'person.email'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  return { to: { name: person.name, address: person.email }, ...(await siteToMail()) };
}

/** What became of the last test that an administrator had sent to themselves; null for none. */
export const lastTestOf = ({ personId }: Admin): Promise<LastMessage | null> =>
  lastMessage('mail-test', personId);
