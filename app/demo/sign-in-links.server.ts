import type { Kysely } from 'kysely';
import { newDemoSignInLink } from '#app/accounts/commands/account-links.server.ts';
import type { SeedCommunity, SeedPerson } from '#app/demo/community/types.ts';
import type { DB } from '#db/schema.ts';

/** Sign-in links to be printed: a host, a facilitator, a member, and the site's admin. */
export async function signInLinks(
  db: Kysely<DB>,
  community: SeedCommunity,
): Promise<{ label: string; path: string }[]> {
  const links: { label: string; path: string }[] = [];
  for (const person of community.people) {
    const as = partOf(person);
    if (!as) continue;
    const row = await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', person.email)
      .executeTakeFirst();
    if (!row) continue;
    links.push({ label: `As ${as}: ${row.name}`, path: await newDemoSignInLink(row.id) });
  }
  return links;
}

function partOf({ signInLink, siteAdmin }: SeedPerson): string | undefined {
  if (siteAdmin) return 'the site’s admin';
  return signInLink && `a ${signInLink}`;
}
